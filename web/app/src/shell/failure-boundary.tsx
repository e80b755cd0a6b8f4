import { Component, type ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';

interface Props {
  /** A new place clears the failure of the old one. */
  place: string;
  children: ReactNode;
}

/** A screen that breaks must not take the shell with it. */
export class FailureBoundary extends Component<Props, { failed: boolean; place: string }> {
  override state = { failed: false, place: this.props.place };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: { failed: boolean; place: string }) {
    return props.place === state.place ? null : { failed: false, place: props.place };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <ProblemNotice problem={new ApiProblem('web', 0, 'unexpected')} onRetry={() => this.setState({ failed: false })} />
    );
  }
}
