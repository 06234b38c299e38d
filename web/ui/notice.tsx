// What stands where there is nothing to show: empty, loading, failed, not found, not allowed.
import { Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { AppError } from '#core/lib/error.ts'
import { errorText } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'

export function Notice({ icon, title, children, actions }: { icon?: ReactNode; title: ReactNode; children?: ReactNode; actions?: ReactNode }): ReactNode {
  return (
    <div className="gu-notice">
      {icon && <div className="gu-notice-icon" aria-hidden>{icon}</div>}
      <div className="gu-notice-title">{title}</div>
      {children && <div className="gu-notice-text">{children}</div>}
      {actions && <div className="gu-notice-actions">{actions}</div>}
    </div>
  )
}

export function Loading(): ReactNode {
  const { t } = useT()
  return <div className="gu-loading" role="status" aria-label={t('word.loading')}><Spin delay={200} /></div>
}

export function Failed({ error, again }: { error: unknown; again?(): void }): ReactNode {
  const { t, lang } = useT()
  const code = error instanceof AppError ? error.code : 'internal'
  const title = code === 'not_found' ? t('page.notFound') : code === 'forbidden' ? t('page.forbidden') : t('page.failed')
  return (
    <Notice title={title} actions={<>
      {again && code !== 'not_found' && <Button type="primary" onClick={again}>{t('word.tryAgain')}</Button>}
      <Button href="/">{t('page.goHome')}</Button>
    </>}>
      {errorText(error, t, lang)}
    </Notice>
  )
}

export function NotFound(): ReactNode {
  const { t } = useT()
  return <Notice title={t('page.notFound')} actions={<Button href="/">{t('page.goHome')}</Button>}>{t('page.notFoundHint')}</Notice>
}

export function NotAllowed(): ReactNode {
  const { t } = useT()
  return <Notice title={t('page.forbidden')} actions={<Button href="/">{t('page.goHome')}</Button>}>{t('page.forbiddenHint')}</Notice>
}
