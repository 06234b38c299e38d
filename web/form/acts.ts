// What a form does at a click: its declared acts, and filing it for good.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Sheet } from '#core/form/sheet.ts'
import { newKey, post } from '../lib/api.ts'
import { tellLive } from '../lib/live.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { searchOf } from './address.ts'
import type { ActAnswer, FormInfo } from './types.ts'

interface Given { info: FormInfo; sheet: Sheet; again(): void }

export interface FormActs { busy: string | undefined; run(key: string): Promise<void>; file(): Promise<void>; reopen(): Promise<void> }

export function useFormActs({ info, sheet, again }: Given): FormActs {
  const { t, lang, say: words } = useT()
  const say = useSay()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<string>()
  const body = { params: sheet.params, ...(sheet.record ? { record: sheet.record.id } : {}) }
  const send = async <T,>(path: string, name: string): Promise<T | undefined> => {
    setBusy(name)
    try {
      return await post<T>(`/api/forms/${encodeURIComponent(info.id)}/${path}`, body, { once: newKey(), headers: { 'accept-language': lang } })
    } catch (error) {
      say.fail(error)
      return undefined
    } finally {
      setBusy(undefined)
    }
  }
  const state = async (path: 'file' | 'reopen', told: string): Promise<void> => {
    if (await send<unknown>(path, path) === undefined) return
    say.ok(told)
    tellLive({ type: 'changed', object: 'filledForm' })
    again()
  }
  return {
    busy,
    async run(key) {
      const answer = await send<ActAnswer>(`acts/${encodeURIComponent(key)}`, key)
      if (!answer) return
      if (answer.message) say.ok(typeof answer.message === 'string' ? answer.message : words(answer.message))
      if (answer.form) void navigate({ to: '/forms/$id', params: { id: answer.form }, search: searchOf(answer.params ?? {}, answer.record) })
      else again()
    },
    file: () => state('file', t('form.filedDone')),
    reopen: () => state('reopen', t('form.reopened')),
  }
}
