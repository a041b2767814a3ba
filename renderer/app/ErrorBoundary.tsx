import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { toErrorData } from '../state/host.ts';
import { ErrorView } from '../ui/ErrorView.tsx';
import classes from './Shell.module.css';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** A change of it tries again: the address of the page. */
  resetKey?: string;
}

interface ErrorBoundaryState {
  readonly failed: { readonly thrown: unknown } | null;
  readonly resetKey: string | undefined;
}

/** Keeps a fault in one part of the window from taking the rest with it, and says what happened. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(thrown: unknown): Partial<ErrorBoundaryState> {
    return { failed: { thrown } };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { failed: null, resetKey: props.resetKey };
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    console.error('A part of the window failed.', thrown, info.componentStack);
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return (
      <div className={classes.fault}>
        <ErrorView title="This part of Virtdeck failed" error={toErrorData(failed.thrown)}>
          <Button variant="default" onClick={() => this.setState({ failed: null })}>
            Try again
          </Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            Reload the window
          </Button>
        </ErrorView>
      </div>
    );
  }
}
