// Catches what breaks while a page is drawn, so that the rest of the product stays usable.
import { Component } from 'react'
import type { ReactNode } from 'react'
import { Failed } from './notice.tsx'

interface Props { children: ReactNode; resetKey?: string }
interface State { error: unknown; key?: string }

export class Boundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? new Error('unknown') }
  }

  /** Another page is another chance. */
  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { error: undefined, key: props.resetKey }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === undefined ? this.props.children : <Failed error={error} again={() => this.setState({ error: undefined })} />
  }
}
