#!/bin/sh
# What dmidecode says on a host of the laboratory.
cat <<'END'
BIOS Information
	Vendor: Virtdeck laboratory
	Version: 1.0
	Release Date: 01/01/2026

System Information
	Manufacturer: Virtdeck laboratory
	Product Name: Test host
	Version: 1.0
	Serial Number: LAB-0001
	Family: Namespace

Base Board Information
	Manufacturer: Virtdeck laboratory
	Product Name: Test board
	Version: 1.0
	Serial Number: BOARD-0001

Processor Information
	Socket Designation: CPU 0
	Type: Central Processor
	Family: Other
	Manufacturer: Virtdeck laboratory
	Version: Test processor
	Status: Populated, Enabled

Memory Device
	Size: 16 GB
	Form Factor: DIMM
	Locator: DIMM 0
	Type: DDR4
	Speed: 3200 MT/s
	Manufacturer: Virtdeck laboratory

END
