import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from './copyText.ts';

interface CopyButtonProps {
  text: string;
  label?: string;
}

/** Copies a text and says that it did, or why it could not. */
export function CopyButton({ text, label = 'Copy' }: CopyButtonProps) {
  const [result, setResult] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (result === 'idle') return;
    const timer = setTimeout(() => setResult('idle'), 2000);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () => {
    copyText(text).then(
      () => setResult('copied'),
      () => setResult('failed'),
    );
  };
  const words = { idle: label, copied: 'Copied', failed: 'Could not copy' };
  return (
    <Button
      variant="default"
      onClick={copy}
      leftSection={result === 'copied' ? <IconCheck size={14} /> : <IconCopy size={14} />}
    >
      <span aria-live="polite">{words[result]}</span>
    </Button>
  );
}
