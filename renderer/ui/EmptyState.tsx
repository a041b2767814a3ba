import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  icon: ComponentType<IconProps>;
  title: string;
  /** What to do next, in a sentence. */
  text?: string | undefined;
  /** The one button. */
  children?: ReactNode;
}

/** Says that there is nothing, and what to do next. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <Icon size={32} stroke={1.3} aria-hidden />
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
