import { TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconRegex, IconX } from '@tabler/icons-react';
import type { SearchAddon } from '@xterm/addon-search';
import { useCallback, useEffect, useState } from 'react';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from './Text.module.css';

interface TextSearchProps {
  search: SearchAddon;
  onClose: () => void;
}

/** Colours within the terminal, which is dark in both themes. */
const DECORATIONS = {
  matchBackground: '#5a4a12',
  matchOverviewRuler: '#b9972a',
  activeMatchBackground: '#d08a1d',
  activeMatchColorOverviewRuler: '#ffb648',
};

/** Finds text in the screen and the scrollback; all matches are marked. */
export function TextSearch({ search, onClose }: TextSearchProps) {
  const [term, setTerm] = useState('');
  const [caseSensitive, setCase] = useState(false);
  const [regex, setRegex] = useState(false);
  const [found, setFound] = useState({ resultIndex: -1, resultCount: 0 });
  const broken = regex && !isRegex(term);
  const find = useCallback(
    (direction: 'next' | 'previous', incremental = false) => {
      if (term === '' || broken) return search.clearDecorations();
      const options = { caseSensitive, regex, incremental, decorations: DECORATIONS };
      if (direction === 'next') search.findNext(term, options);
      else search.findPrevious(term, options);
    },
    [search, term, caseSensitive, regex, broken],
  );
  // What is wanted was probably printed last.
  useEffect(() => find('previous'), [find]);
  useEffect(() => {
    const listening = search.onDidChangeResults(setFound);
    return () => {
      listening.dispose();
      search.clearDecorations();
    };
  }, [search]);

  return (
    <search className={classes.search} aria-label="Search in the terminal">
      <TextInput
        size="xs"
        aria-label="Search for"
        placeholder="Search"
        value={term}
        error={broken}
        autoFocus
        spellCheck={false}
        onChange={(event) => setTerm(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find(event.shiftKey ? 'next' : 'previous');
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <span className={classes.count} role="status">
        {countOf(term, broken, found)}
      </span>
      <IconButton size="sm" label="Previous match" keys="Enter" onClick={() => find('previous')}>
        <IconChevronUp size={15} />
      </IconButton>
      <IconButton size="sm" label="Next match" keys="Shift+Enter" onClick={() => find('next')}>
        <IconChevronDown size={15} />
      </IconButton>
      <IconButton
        size="sm"
        label="Match capitals"
        pressed={caseSensitive}
        onClick={() => setCase(!caseSensitive)}
      >
        <IconLetterCase size={15} />
      </IconButton>
      <IconButton size="sm" label="Regular expression" pressed={regex} onClick={() => setRegex(!regex)}>
        <IconRegex size={15} />
      </IconButton>
      <IconButton size="sm" label="Close the search" keys="Esc" onClick={onClose}>
        <IconX size={15} />
      </IconButton>
    </search>
  );
}

function isRegex(term: string): boolean {
  try {
    new RegExp(term);
    return true;
  } catch {
    return false;
  }
}

function countOf(
  term: string,
  broken: boolean,
  { resultIndex, resultCount }: { resultIndex: number; resultCount: number },
): string {
  if (broken) return 'Not an expression';
  if (term === '') return '';
  if (resultCount === 0) return 'Not found';
  return resultIndex < 0
    ? `${String(resultCount)} found`
    : `${String(resultIndex + 1)} of ${String(resultCount)}`;
}
