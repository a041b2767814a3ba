export { BareText } from './BareText.tsx';
export { controlId, EFFECT_WORDS, FieldGroup, FieldRow, Form } from './FieldRow.tsx';
export { NumberField, SizeField } from './NumberField.tsx';
export { OrderField, type OrderItem } from './OrderField.tsx';
export { type Option, optionsFrom, withCurrent } from './options.ts';
export { SelectField, SwitchField, TriStateField } from './SelectField.tsx';
export { TextField } from './TextField.tsx';
export { type BoundField, type FieldsOf, useField } from './useField.ts';
