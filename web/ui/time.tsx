// When something happened, in words people use: 3 分钟前; the exact time on hover.
import dayjs from 'dayjs'
import relativeTime from 'dayjs/plugin/relativeTime.js'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'

dayjs.extend(relativeTime)

export function When({ at }: { at: string }): ReactNode {
  const { lang } = useT()
  const time = dayjs(at).locale(lang === 'zh' ? 'zh-cn' : 'en')
  const near = Math.abs(dayjs().diff(time, 'day')) < 7
  return <time dateTime={at} title={time.format('YYYY-MM-DD HH:mm:ss')}>{near ? time.fromNow() : time.format('YYYY-MM-DD')}</time>
}
