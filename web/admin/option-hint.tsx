// A choice of a list with a word of explanation below its name.
import type { ReactNode } from 'react'

export const withHint = ({ label, data }: { label?: ReactNode; data: object }): ReactNode =>
  <span>{label}{'hint' in data && typeof data.hint === 'string' && <div className="gu-faint gu-small gu-cut">{data.hint}</div>}</span>
