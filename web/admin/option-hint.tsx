// A choice of a list with a word of explanation below its name.
import type { ReactNode } from 'react'

export const withHint = ({ label, data }: { label?: ReactNode; data: { hint?: string | null } }): ReactNode =>
  <span>{label}<div className="gu-faint gu-small gu-cut">{data.hint}</div></span>
