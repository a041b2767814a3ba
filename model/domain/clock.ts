import { attr, define, int, list, yesNo } from '../field/index.ts';

export class Timer extends define({
  name: attr('@name', ['rtc', 'pit', 'hpet', 'kvmclock', 'hypervclock', 'tsc', 'armvtimer', 'platform']),
  present: yesNo('@present'),
  tickPolicy: attr('@tickpolicy', ['delay', 'catchup', 'merge', 'discard']),
  track: attr('@track', ['boot', 'guest', 'wall', 'realtime']),
  mode: attr('@mode', ['auto', 'native', 'emulate', 'paravirt', 'smpsafe']),
  /** Hz. */
  frequency: int('@frequency'),
  catchupThreshold: int('catchup/@threshold'),
  catchupSlew: int('catchup/@slew'),
  catchupLimit: int('catchup/@limit'),
}) {}

export class Clock extends define({
  offset: attr('@offset', ['utc', 'localtime', 'timezone', 'variable', 'absolute']),
  timezone: attr('@timezone'),
  basis: attr('@basis', ['utc', 'localtime']),
  /** Seconds, or `reset`. */
  adjustment: attr('@adjustment'),
  /** Seconds since 1970, for the offset `absolute`. */
  start: int('@start'),
  timers: list('timer', () => Timer),
}) {}
