import { attr, define, text, yesNo } from '../field/index.ts';

/** A security label of the domain or of one source; without model it is for the host's default model. */
export class SecurityLabel extends define({
  type: attr('@type', ['dynamic', 'static', 'none']),
  model: attr('@model'),
  relabel: yesNo('@relabel'),
  labelSkip: yesNo('@labelskip'),
  label: text('label'),
  baseLabel: text('baselabel'),
  imageLabel: text('imagelabel'),
}) {}
