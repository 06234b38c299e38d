// Inviting a person: who, where, with which roles; afterwards the link, mailed or to be handed over.
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { RecordPick } from '../field/reference-input.tsx'
import { post } from '../lib/api.ts'
import type { Link } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import { SignForm } from '../sign/frame.tsx'
import { useRefresh } from './queries.ts'
import type { Invited } from './invite-link.tsx'
import { InviteLink } from './invite-link.tsx'
import { RoleSelect } from './role-select.tsx'

interface Values { name: string; email: string; roles: string[]; department?: Link; position?: string; phone?: string }

export function Invite({ close }: { close(): void }): ReactNode {
  const { t } = useT()
  const refresh = useRefresh()
  const [done, setDone] = useState<Invited & { name: string }>()
  const [form] = Form.useForm<Values>()
  const send = async ({ name, email, roles, department, position, phone }: Values): Promise<void> => {
    const answer = await post<Invited>('/api/users/invite', {
      name: name.trim(), email: email.trim(), roles, ...(department ? { department: department.id } : {}), ...(position?.trim() ? { position: position.trim() } : {}), ...(phone?.trim() ? { phone: phone.trim() } : {}),
    })
    setDone({ ...answer, name })
    refresh('user')
  }
  const again = (): void => { form.resetFields(); setDone(undefined) }
  return (
    <Modal open onCancel={close} footer={null} title={done ? t('user.invitedName', { name: done.name }) : t('user.invite')} mask={{ closable: false }}>
      {done ? <div className="gu-stack"><InviteLink invited={done} /><div className="gu-row"><span className="gu-grow" /><Button onClick={again}>{t('user.inviteNext')}</Button><Button type="primary" onClick={close}>{t('word.done')}</Button></div></div>
        : (
          <SignForm<Values> form={form} submit={t('user.sendInvite')} onSubmit={send}>
            <div className="gu-admin-two">
              <Form.Item name="name" label={t('user.name')} rules={[{ required: true, whitespace: true, message: t('user.needName') }]}><Input autoFocus maxLength={50} /></Form.Item>
              <Form.Item name="email" label={t('user.email')} rules={[{ required: true, message: t('sign.needEmail') }, { type: 'email', message: t('sign.badEmail') }]}><Input maxLength={254} inputMode="email" /></Form.Item>
              <Form.Item name="department" label={t('user.department')} getValueProps={(value?: Link) => ({ links: value ? [value] : [] })} trigger="onPick" getValueFromEvent={(links: Link[]) => links[0]}><RecordPick object="department" many={false} links={[]} onPick={() => undefined} /></Form.Item>
              <Form.Item name="position" label={t('user.position')}><Input maxLength={50} /></Form.Item>
            </div>
            <Form.Item name="roles" label={t('user.roles')} extra={t('user.rolesHint')} rules={[{ required: true, message: t('user.needRole') }]}><RoleSelect /></Form.Item>
          </SignForm>
        )}
    </Modal>
  )
}
