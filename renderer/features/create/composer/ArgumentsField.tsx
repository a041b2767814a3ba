import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import classes from '../Create.module.css';
import {
  ANSWER_FILES,
  answerFileOf,
  argumentValue,
  hasWord,
  serialConsole,
  withAnswerFile,
  withValue,
  withWord,
} from './composer.ts';

interface ArgumentsFieldProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  arch: string;
  /** The argument that names the installation source; null: it is not asked for, or the usual one. */
  sourceArgument: string | null;
  error: string | undefined;
}

const PLAIN = { autoComplete: 'off', spellCheck: false } as const;

/** The kernel's command line: typed, or put together from what is usually wanted. */
export function ArgumentsField(props: ArgumentsFieldProps) {
  const { label = 'Arguments', value, onChange, arch, sourceArgument, error } = props;
  const serial = serialConsole(arch);
  const source = sourceArgument ?? 'inst.repo';
  const answers = answerFileOf(value);
  const hasSource = props.label === undefined;
  return (
    <div className={classes.fields}>
      <Textarea
        label={label}
        value={value}
        // A command line is one line, however it was pasted.
        onChange={(event) => onChange(event.currentTarget.value.replaceAll('\n', ' '))}
        autosize
        minRows={1}
        maxRows={6}
        error={error}
        {...PLAIN}
      />
      <Disclosure title="Compose" hint="Console, source, answer file">
        <Checkbox
          label="Text console on the serial port"
          description={serial}
          checked={hasWord(value, serial)}
          onChange={(event) => onChange(withWord(value, serial, event.currentTarget.checked))}
        />
        {hasSource && (
          <TextInput
            label="Installation source"
            description={`${source}=`}
            placeholder="https://"
            value={argumentValue(value, source) ?? ''}
            onChange={(event) => onChange(withValue(value, source, event.currentTarget.value.trim()))}
            {...PLAIN}
          />
        )}
        <div className={classes.pair}>
          <NativeSelect
            label="Answer file"
            value={answers.kind}
            onChange={(event) => {
              const kind = ANSWER_FILES.find((one) => one.kind === event.currentTarget.value)?.kind ?? 'none';
              onChange(withAnswerFile(value, { kind, url: answers.url }));
            }}
            data={ANSWER_FILES.map(({ kind, label: text }) => ({ value: kind, label: text }))}
          />
          {answers.kind !== 'none' && (
            <TextInput
              label="Its address"
              placeholder="http://"
              value={answers.url}
              onChange={(event) =>
                onChange(withAnswerFile(value, { kind: answers.kind, url: event.currentTarget.value.trim() }))
              }
              {...PLAIN}
            />
          )}
        </div>
      </Disclosure>
    </div>
  );
}
