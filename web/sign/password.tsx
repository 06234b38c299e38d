// A new password typed twice, with what is asked of it said beforehand.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'

export const MIN_LENGTH = 10

export function NewPassword({ name = 'password' }: { name?: string }): ReactNode {
  const { t } = useT()
  return (
    <>
      <Form.Item name={name} label={t('sign.newPassword')} extra={t('sign.passwordRule', { n: MIN_LENGTH })}
        rules={[{ required: true, message: t('sign.needPassword') }, { min: MIN_LENGTH, message: t('sign.passwordShort', { n: MIN_LENGTH }) }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="again" label={t('sign.again')} dependencies={[name]} rules={[{ required: true, message: t('sign.needAgain') }, ({ getFieldValue }) => ({
        validator: (_rule, value: unknown) => (!value || getFieldValue(name) === value ? Promise.resolve() : Promise.reject(new Error(t('sign.differ')))) })]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
