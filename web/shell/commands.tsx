// What the command palette offers for a text: found records first, then places to go and things to create.
import { FileTextOutlined, HomeOutlined, InboxOutlined, PlusOutlined, SettingOutlined, UnorderedListOutlined, UploadOutlined, UserOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { ReactNode } from 'react'
import { api, query } from '../lib/api.ts'
import type { Found } from '../lib/api-types.ts'
import { useForms } from '../form/queries.ts'
import { navObjects, useCatalog } from '../lib/catalog.ts'
import { usePaused } from '../lib/paused.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { ADMIN_PAGES, useAdminPages } from '../admin/pages.ts'

export interface Command { key: string; group: string; label: string; hint?: string; icon: ReactNode; run(): void }

function usePlaces(): Command[] {
  const { t, say } = useT()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const pages = useAdminPages()
  const objects = navObjects(catalog)
  const forms = (useForms().data?.forms ?? []).filter(form => form.can.open)
  const go = t('palette.go')
  return [
    { key: 'home', group: go, label: t('nav.home'), icon: <HomeOutlined />, run: () => void navigate({ to: '/' }) },
    { key: 'work', group: go, label: t('flow.work'), icon: <InboxOutlined />, run: () => void navigate({ to: '/work', search: {} }) },
    { key: 'forms', group: go, label: t('form.centre'), icon: <FileTextOutlined />, run: () => void navigate({ to: '/forms' }) },
    ...objects.map(object => ({
      key: `o:${object.name}`, group: go, label: say(object.label), icon: <ObjectIcon name={object.icon} />,
      run: () => void navigate({ to: '/o/$object', params: { object: object.name }, search: {} }),
    })),
    ...objects.filter(object => object.can.create).map(object => ({
      key: `new:${object.name}`, group: t('palette.create'), label: t('word.newOf', { object: say(object.label) }), icon: <PlusOutlined />,
      run: () => void navigate({ to: '/o/$object', params: { object: object.name }, search: { create: '1' } }),
    })),
    ...objects.flatMap(object => (object.views.length < 2 ? [] : object.views.map(view => ({
      key: `v:${object.name}:${view.key}`, group: t('palette.views'), label: `${say(object.label)} · ${say(view.label)}`, icon: <UnorderedListOutlined />,
      run: () => void navigate({ to: '/o/$object', params: { object: object.name }, search: { view: view.key } }),
    })))),
    ...objects.filter(object => object.can.import).map(object => ({
      key: `i:${object.name}`, group: t('palette.create'), label: t('word.importOf', { object: say(object.label) }), icon: <UploadOutlined />,
      run: () => void navigate({ to: '/import/$object', params: { object: object.name } }),
    })),
    ...forms.map(form => ({
      key: `f:${form.id}`, group: t('form.centre'), label: say(form.title), hint: form.id, icon: <FileTextOutlined />,
      run: () => void navigate({ to: '/forms/$id', params: { id: form.id }, search: {} }),
    })),
    { key: 'account', group: t('palette.settings'), label: t('account.title'), icon: <UserOutlined />, run: () => void navigate({ to: '/account', search: {} }) },
    ...pages.map(page => ({
      key: `a:${page}`, group: t('palette.settings'), label: t(ADMIN_PAGES[page].title), icon: <SettingOutlined />,
      run: () => void navigate({ to: '/admin/$page', params: { page }, search: {} }),
    })),
  ]
}

export function useCommands(text: string): { commands: Command[]; searching: boolean } {
  const { t, say } = useT()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const places = usePlaces()
  const asked = useDeferredValue(usePaused(text.trim()))
  const found = useQuery({
    queryKey: ['search', asked], enabled: asked.length > 0, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api<Found[]>(`/api/search${query({ q: asked })}`, { signal }),
  })
  const wanted = text.trim().toLowerCase()
  if (!wanted) return { commands: places.filter(place => !/^[vf]:/.test(place.key)), searching: false }
  const records = (asked ? found.data ?? [] : []).map(row => {
    const object = catalog.objects.get(row.object)
    return {
      key: `r:${row.object}:${row.id}`, group: t('palette.records'), label: row.title, icon: <ObjectIcon name={object?.icon} />,
      hint: [...new Set([object ? say(object.label) : '', row.code, ...(row.hint ?? '').split(' · ')])].filter(Boolean).join(' · '),
      run: () => void navigate({ to: '/o/$object/$id', params: { object: row.object, id: row.id } }),
    }
  })
  return { commands: [...records, ...places.filter(place => place.label.toLowerCase().includes(wanted) || place.hint?.toLowerCase() === wanted)], searching: found.isFetching || asked !== text.trim() }
}
