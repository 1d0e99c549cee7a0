/** @jsxImportSource preact */
import { Component, type ComponentChildren } from "preact";

/** The purchase goes on, whatever is wrong with an offer. */
export class NothingOnError extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };
  override componentDidCatch() {
    this.setState({ failed: true });
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
