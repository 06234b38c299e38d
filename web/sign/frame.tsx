// The sheet of paper on which sign-in, set-up, invitation and password reset are written.
import { Alert, Button, Form } from 'antd'
import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSession } from '../lib/session.ts'
import { setSettings, useSettings } from '../lib/settings.ts'
import { errorText, fieldTexts } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Mark } from '../shell/nav.tsx'
import './sign.css'

export function Frame({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactNode {
  const { t } = useT()
  const session = useSession()
  const { lang } = useSettings()
  return (
    <main className="gu-sign">
      <div className="gu-sign-sheet">
        <div className="gu-sign-brand"><Mark size={34} /><span>{session?.company.name || t('app.name')}</span></div>
        <h1>{title}</h1>
        {hint && <p className="gu-dim">{hint}</p>}
        {children}
      </div>
      <button type="button" className="gu-plain gu-sign-lang" onClick={() => setSettings({ lang: lang === 'zh' ? 'en' : 'zh' })}>{lang === 'zh' ? 'English' : '简体中文'}</button>
    </main>
  )
}

interface SignFormProps<V> {
  children: ReactNode
  submit: string
  onSubmit(values: V): Promise<void>
  form?: FormInstance<V>
  initial?: Partial<V>
}

/** A form that says all that is wrong where it is wrong, and keeps what was typed. */
export function SignForm<V extends object>({ children, submit, onSubmit, form: given, initial }: SignFormProps<V>): ReactNode {
  const { t, lang } = useT()
  const [own] = Form.useForm<V>(given)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = async (values: V): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await onSubmit(values)
    } catch (caught) {
      setError(caught)
      const fields = Object.entries(fieldTexts(caught, lang)).filter(([name]) => name in values)
      own.setFields(fields.map(([name, text]) => ({ name: name as never, errors: [text] })))
    }
    setBusy(false)
  }
  return (
    <Form form={own} layout="vertical" requiredMark={false} onFinish={values => void send(values)} initialValues={initial} size="large" disabled={busy}>
      {error !== undefined && <Alert type="error" showIcon title={errorText(error, t, lang)} style={{ marginBottom: 14 }} />}
      {children}
      <Button type="primary" htmlType="submit" block loading={busy}>{submit}</Button>
    </Form>
  )
}
