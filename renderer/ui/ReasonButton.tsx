import { ActionIcon, type ActionIconProps, Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';

interface Reasoned {
  /** Why it cannot be used now; null: it can. */
  reason: string | null;
  onClick: (event: MouseEvent) => void;
}

interface ReasonButtonProps extends Omit<ButtonProps, 'disabled'> {
  reason: Reasoned['reason'];
  /** Not needed by a button that submits its form. */
  onClick?: Reasoned['onClick'];
  type?: 'button' | 'submit';
  children: ReactNode;
}

/** A button that, disabled, can still be reached and tells its reason. */
export function ReasonButton({ reason, onClick, children, ...rest }: ReasonButtonProps) {
  const blocked = reason !== null;
  return (
    <Tooltip label={reason ?? ''} disabled={!blocked}>
      <Button
        {...rest}
        {...(blocked && { 'data-disabled': true, 'aria-disabled': true, 'aria-description': reason })}
        onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
      >
        {children}
      </Button>
    </Tooltip>
  );
}

interface IconButtonProps extends Omit<ActionIconProps, 'disabled'>, Partial<Reasoned> {
  /** The accessible name, and the tooltip. */
  label: string;
  /** The key that does the same, as shown. */
  keys?: string;
  pressed?: boolean;
  children: ReactNode;
}

/** An icon with a name; the tooltip shows the name, or why it cannot be used. */
export function IconButton({
  label,
  keys,
  reason = null,
  pressed,
  onClick,
  children,
  ...rest
}: IconButtonProps) {
  const blocked = reason !== null;
  const tip = keys ? `${label} (${keys})` : label;
  return (
    <Tooltip label={blocked ? `${label}: ${reason}` : tip}>
      <ActionIcon
        aria-label={label}
        {...(pressed !== undefined && { 'aria-pressed': pressed, variant: pressed ? 'light' : 'subtle' })}
        {...rest}
        {...(blocked && { 'data-disabled': true, 'aria-disabled': true, 'aria-description': reason })}
        onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
