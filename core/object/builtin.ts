// Objects that the machine itself needs: people who work with it, their departments and roles,
// saved views, files, comments and notifications. The business is declared in features/.
import type { ObjectDecl } from './object.ts'

export const user: ObjectDecl = {
  name: 'user', table: 'app_user', internal: true, icon: 'User', title: 'name',
  label: { zh: '用户', en: 'User' },
  fields: {
    name: { kind: 'text', label: { zh: '姓名', en: 'Name' }, required: true, search: true, person: true, maxLength: 50 },
    email: { kind: 'email', label: { zh: '电子邮件', en: 'E-mail' }, required: true, unique: true, search: true },
    phone: { kind: 'phone', label: { zh: '手机', en: 'Mobile' } },
    position: { kind: 'text', label: { zh: '职位', en: 'Position' }, maxLength: 50 },
    department: { kind: 'department', label: { zh: '部门', en: 'Department' }, indexed: true },
    roles: { kind: 'references', to: 'role', label: { zh: '角色', en: 'Roles' } },
    active: { kind: 'yesNo', label: { zh: '在用', en: 'Active' }, initial: true },
    lang: { kind: 'choice', label: { zh: '语言', en: 'Language' }, initial: 'zh', options: [
      { value: 'zh', label: { zh: '中文', en: 'Chinese' } }, { value: 'en', label: { zh: '英文', en: 'English' } }] },
    settings: { kind: 'json', label: { zh: '个人设置', en: 'Personal settings' } },
  },
}

export const department: ObjectDecl = {
  name: 'department', internal: true, icon: 'Apartment', title: 'name', code: 'code',
  label: { zh: '部门', en: 'Department' },
  fields: {
    name: { kind: 'text', label: { zh: '部门名称', en: 'Name' }, required: true, search: true, maxLength: 50 },
    code: { kind: 'serial', rule: 'BM-{000}', label: { zh: '部门编号', en: 'Code' }, unique: true },
    parent: { kind: 'reference', to: 'department', label: { zh: '上级部门', en: 'Part of' } },
    manager: { kind: 'user', label: { zh: '部门主管', en: 'Head' } },
  },
}

export const role: ObjectDecl = {
  name: 'role', internal: true, icon: 'Safety', title: 'name',
  label: { zh: '角色', en: 'Role' },
  fields: {
    name: { kind: 'text', label: { zh: '角色名称', en: 'Name' }, required: true, unique: true, search: true, maxLength: 50 },
    key: { kind: 'text', label: { zh: '标识', en: 'Key' }, readOnly: true, maxLength: 40 },
    note: { kind: 'longText', label: { zh: '职责', en: 'Duties' } },
    /** RoleGrants of core/object/access. */
    rights: { kind: 'json', label: { zh: '权限', en: 'Rights' } },
    /** What a release had to offer when it first saw the role (core/object/offer.ts): offered once, and the administrator's from then on. */
    offered: { kind: 'json', readOnly: true, label: { zh: '已提供的权限', en: 'Rights offered' } },
  },
}

export const view: ObjectDecl = {
  name: 'view', table: 'saved_view', internal: true, icon: 'Eye', title: 'label', owned: true,
  label: { zh: '视图', en: 'View' },
  fields: {
    label: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 },
    object: { kind: 'text', label: { zh: '对象', en: 'Object' }, required: true, indexed: true, maxLength: 63 },
    shared: { kind: 'yesNo', label: { zh: '共享', en: 'Shared' }, initial: false },
    position: { kind: 'integer', label: { zh: '顺序', en: 'Order' }, initial: 0 },
    state: { kind: 'json', label: { zh: '内容', en: 'Content' } },
  },
}

export const file: ObjectDecl = {
  name: 'file', table: 'stored_file', internal: true, icon: 'PaperClip', title: 'name',
  label: { zh: '文件', en: 'File' },
  fields: {
    name: { kind: 'text', label: { zh: '文件名', en: 'File name' }, required: true, maxLength: 255 },
    type: { kind: 'text', label: { zh: '类型', en: 'Type' }, readOnly: true, maxLength: 127 },
    size: { kind: 'integer', label: { zh: '大小', en: 'Size' }, readOnly: true, unit: { zh: '字节', en: 'bytes' } },
    sha256: { kind: 'text', label: { zh: '摘要', en: 'Digest' }, readOnly: true, indexed: true, maxLength: 64 },
  },
}

export const comment: ObjectDecl = {
  name: 'comment', table: 'record_comment', internal: true, icon: 'Message', title: 'text', owned: true,
  label: { zh: '评论', en: 'Comment' },
  fields: {
    text: { kind: 'longText', label: { zh: '内容', en: 'Text' }, required: true, maxLength: 5000 },
    object: { kind: 'text', label: { zh: '对象', en: 'Object' }, required: true, maxLength: 63 },
    record: { kind: 'text', label: { zh: '记录', en: 'Record' }, required: true, indexed: true, maxLength: 36 },
    mentions: { kind: 'references', to: 'user', label: { zh: '提到的人', en: 'Mentions' } },
  },
}

export const notification: ObjectDecl = {
  name: 'notification', internal: true, icon: 'Bell', title: 'text', owned: true,
  label: { zh: '通知', en: 'Notification' },
  fields: {
    text: { kind: 'text', label: { zh: '内容', en: 'Text' }, required: true },
    object: { kind: 'text', label: { zh: '对象', en: 'Object' }, maxLength: 63 },
    record: { kind: 'text', label: { zh: '记录', en: 'Record' }, maxLength: 36 },
    /** The case that it is about (server/flow). */
    run: { kind: 'text', label: { zh: '流程', en: 'Case' }, maxLength: 36 },
    readAt: { kind: 'datetime', label: { zh: '已读时间', en: 'Read at' } },
  },
}

/** Who does somebody's steps while he is away. Whose they are is looked after by server/flow/deputy.ts. */
export const deputy: ObjectDecl = {
  name: 'deputy', table: 'flow_deputy', internal: true, icon: 'Swap', title: 'deputy', owned: true,
  label: { zh: '代理设置', en: 'Deputy' },
  fields: {
    owner: { kind: 'user', label: { zh: '被代理人', en: 'For' }, required: true, fill: 'me', indexed: true },
    deputy: { kind: 'user', label: { zh: '代理人', en: 'Deputy' }, required: true, indexed: true },
    begins: { kind: 'date', label: { zh: '开始日期', en: 'From' }, required: true, fill: 'today' },
    ends: { kind: 'date', label: { zh: '结束日期', en: 'To' }, required: true },
    note: { kind: 'text', label: { zh: '说明', en: 'Note' }, maxLength: 200 },
  },
  checks: [{ rule: 'ends >= begins', field: 'ends', message: { zh: '结束日期不能早于开始日期', en: 'The end must not come before the beginning' } }],
}

/**
 * A paper form as somebody filled it: what was typed on the form itself, and once it is filed the whole page as it was.
 * Nobody writes its content but the actions of forms (server/form); a filed page holds what its readers may not all see,
 * so both are hidden like sensitive values and leave through the form alone.
 */
export const filledForm: ObjectDecl = {
  name: 'filledForm', icon: 'Folder', title: 'title', owned: true,
  label: { zh: '表单存档', en: 'Filled form' },
  fields: {
    title: { kind: 'text', label: { zh: '表单名称', en: 'Title' }, required: true, readOnly: true, search: true, maxLength: 300, width: 260 },
    form: { kind: 'text', label: { zh: '表单编号', en: 'Form' }, required: true, readOnly: true, search: true, maxLength: 40, width: 90 },
    period: { kind: 'text', label: { zh: '期间', en: 'Period' }, readOnly: true, search: true, maxLength: 200 },
    state: { kind: 'choice', label: { zh: '状态', en: 'Status' }, readOnly: true, initial: 'open', indexed: true, options: [
      { value: 'open', label: { zh: '填写中', en: 'Being filled' }, color: 'blue' }, { value: 'filed', label: { zh: '已定稿', en: 'Filed' }, color: 'green' }] },
    filedBy: { kind: 'user', label: { zh: '定稿人', en: 'Filed by' }, readOnly: true },
    filedAt: { kind: 'datetime', label: { zh: '定稿时间', en: 'Filed at' }, readOnly: true },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' }, maxLength: 2000 },
    object: { kind: 'text', label: { zh: '对象', en: 'Object' }, readOnly: true, maxLength: 63 },
    record: { kind: 'text', label: { zh: '记录', en: 'Record' }, readOnly: true, maxLength: 36 },
    /** Under which it is found again: form, record and parameters as one text. */
    slot: { kind: 'text', label: { zh: '存放位置', en: 'Slot' }, readOnly: true, required: true, indexed: true, maxLength: 500 },
    params: { kind: 'json', label: { zh: '参数', en: 'Parameters' }, readOnly: true },
    content: { kind: 'json', label: { zh: '填写内容', en: 'Content' }, readOnly: true, sensitivity: 'sensitive' },
    sheet: { kind: 'json', label: { zh: '定稿页面', en: 'Filed page' }, readOnly: true, sensitivity: 'sensitive' },
  },
  sections: [{ label: { zh: '基本信息', en: 'Basics' }, fields: ['title', 'form', 'period', 'state', 'filedBy', 'filedAt', 'owner', 'department', 'note'] }],
  views: [
    { key: 'all', label: { zh: '全部存档', en: 'All filled forms' }, columns: ['title', 'form', 'period', 'state', 'owner', 'updatedAt', 'filedBy', 'filedAt', 'note'], sort: [{ field: 'updatedAt', dir: 'desc' }] },
    { key: 'open', label: { zh: '填写中', en: 'Being filled' }, columns: ['title', 'form', 'period', 'owner', 'updatedAt'], filter: { field: 'state', op: 'eq', value: 'open' }, sort: [{ field: 'updatedAt', dir: 'desc' }] },
    { key: 'filed', label: { zh: '已定稿', en: 'Filed' }, columns: ['title', 'form', 'period', 'owner', 'filedBy', 'filedAt'], filter: { field: 'state', op: 'eq', value: 'filed' }, sort: [{ field: 'filedAt', dir: 'desc' }] },
  ],
}

export const builtin: ObjectDecl[] = [user, department, role, view, file, comment, notification, filledForm, deputy]
