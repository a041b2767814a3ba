import type { Platform, PlatformOption } from '../../../contract/index.ts';
import { chooseCard, chooseCdromBus, chooseDiskBus, chooseUsb } from './buses.ts';
import type { Chosen, DefaultsContext } from './context.ts';
import { chooseGraphics, chooseSound, chooseVideo } from './display.ts';
import { chooseAgent, chooseBalloon, chooseDiscard, choosePorts, chooseRng, chooseTablet } from './extras.ts';
import { chooseFirmware, chooseSecureBoot, chooseTpm } from './firmware.ts';
import { chooseMachine } from './machine.ts';
import { chooseClock, chooseCpu, chooseHyperv } from './processor.ts';

/** A platform with the reasons for its values and what else they could be. */
export interface ChosenPlatform {
  readonly platform: Platform;
  readonly reasons: Record<string, string>;
  readonly options: Record<string, PlatformOption[]>;
}

/** The whole platform: what the user has chosen, and for the rest what fits to it. */
export function choosePlatform(context: DefaultsContext): ChosenPlatform {
  const firmware = chooseFirmware(context);
  const graphics = chooseGraphics(context);
  const usb = chooseUsb(context);
  const fields: { readonly [K in keyof Platform]: Chosen<Platform[K]> } = {
    machine: chooseMachine(context),
    firmware,
    secureBoot: chooseSecureBoot(context, firmware.value),
    tpm: chooseTpm(context),
    cpu: chooseCpu(context),
    clock: chooseClock(context),
    hyperv: chooseHyperv(context),
    graphics,
    video: chooseVideo(context, graphics.value, firmware.value),
    sound: chooseSound(context, graphics.value),
    diskBus: chooseDiskBus(context),
    cdromBus: chooseCdromBus(context),
    cardModel: chooseCard(context),
    usb,
    tablet: chooseTablet(context, { graphics: graphics.value, usb: usb.value }),
    guestAgent: chooseAgent(context),
    rng: chooseRng(context),
    balloon: chooseBalloon(context),
    discard: chooseDiscard(context),
    hotplugPorts: choosePorts(context),
  };
  const reasons: Record<string, string> = {};
  const options: Record<string, PlatformOption[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.reason !== null) reasons[name] = field.reason;
    options[name] = [...field.options];
  }
  return { platform: valuesOf(fields), reasons, options };
}

function valuesOf(fields: { readonly [K in keyof Platform]: Chosen<Platform[K]> }): Platform {
  return {
    machine: fields.machine.value,
    firmware: fields.firmware.value,
    secureBoot: fields.secureBoot.value,
    tpm: fields.tpm.value,
    cpu: fields.cpu.value,
    clock: fields.clock.value,
    hyperv: fields.hyperv.value,
    graphics: fields.graphics.value,
    video: fields.video.value,
    sound: fields.sound.value,
    diskBus: fields.diskBus.value,
    cdromBus: fields.cdromBus.value,
    cardModel: fields.cardModel.value,
    usb: fields.usb.value,
    tablet: fields.tablet.value,
    guestAgent: fields.guestAgent.value,
    rng: fields.rng.value,
    balloon: fields.balloon.value,
    discard: fields.discard.value,
    hotplugPorts: fields.hotplugPorts.value,
  };
}
