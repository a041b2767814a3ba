import type { SectionForm } from '../forms/form.tsx';
import { general } from './general.tsx';
import { memory } from './memory.tsx';
import { processors } from './processors.tsx';

/** What of a machine is no device, in the order of the list. To add one: a file beside this one and a line here. */
export const sections: readonly SectionForm[] = [general, processors, memory];
