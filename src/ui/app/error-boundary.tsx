import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import type { Wallet } from '../../wallet/wallet.ts';
import { BrokenScreen } from './broken-screen.tsx';

interface Props {
  readonly wallet: Wallet;
  readonly children: ReactNode;
}
interface State {
  readonly broken?: { readonly kind: string; readonly where: string };
}

/** Catches our own mistakes. What is kept is not touched by them, and the person is told so. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { broken: { kind: error instanceof Error ? error.name : typeof error, where: '' } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const kind = error instanceof Error ? error.name : typeof error;
    this.setState({ broken: { kind, where: info.componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === undefined) return this.props.children;
    return <BrokenScreen wallet={this.props.wallet} {...broken} again={() => this.setState({ broken: undefined } as never)} />;
  }
}
