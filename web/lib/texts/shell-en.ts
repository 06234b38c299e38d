// English words of the frame, the home page and the notices.
import type { shellZh } from './shell-zh.ts'

export const shellEn: Record<keyof typeof shellZh, string> = {
  'app.name': 'Guanxi',
  'word.loading': 'Loading', 'word.tryAgain': 'Try again', 'word.back': 'Back', 'word.done': 'Done', 'word.name': 'Name', 'word.created': 'Created', 'word.never': 'Never', 'word.unknown': 'Unknown',
  'word.search': 'Search', 'word.save': 'Save', 'word.cancel': 'Cancel', 'word.ok': 'OK', 'word.delete': 'Delete', 'word.edit': 'Edit', 'word.close': 'Close', 'word.add': 'Add', 'word.remove': 'Remove', 'word.more': 'More',
  'word.newOf': 'New {object}', 'word.importOf': 'Import {object}', 'word.new': 'New', 'word.yes': 'Yes', 'word.no': 'No', 'word.all': 'All', 'word.none': 'None', 'word.apply': 'Apply', 'word.reset': 'Reset', 'word.saved': 'Saved',
  'word.and': ', ', 'word.restore': 'Restore', 'word.required': 'Please fill in “{label}”', 'word.open': 'Open', 'word.show': 'Show', 'word.empty': 'Empty', 'word.rows': '{n} records', 'word.copy': 'Copy', 'word.copied': 'Copied', 'word.download': 'Download',
  'page.notFound': 'There is no such page', 'page.notFoundHint': 'It may have been deleted or moved, or you may not see it.', 'page.forbidden': 'Not allowed', 'page.forbiddenHint': 'If you need it for your work, ask the administrator to add it to your role.', 'page.failed': 'The page could not be opened', 'page.goHome': 'Go to the home page',
  'error.invalid': 'Something is not right: please check the fields marked red.', 'error.unauthenticated': 'Your session has ended. Please sign in again.', 'error.forbidden': 'You are not allowed to do this.', 'error.notFound': 'The record does not exist, or you may not see it.',
  'error.conflict': 'Somebody has just changed the same record. Please check, then save again.', 'error.tooLarge': 'The file or what was sent is too large.', 'error.tooMany': 'Too many requests. Please wait a moment.', 'error.unavailable': 'The server does not answer at the moment. Please try again.',
  'error.internal': 'Something unexpected went wrong. Please try again, or tell the administrator.', 'error.offline': 'The server cannot be reached. What you typed is kept on this computer: try again when you are connected.',
  'shell.skip': 'Skip to the content', 'shell.offline': 'The server cannot be reached. You may go on reading; what is unsaved stays on this computer until you are connected.', 'shell.search': 'Search customers, orders, phones, pinyin initials…', 'shell.demo': 'Demo data',
  'nav.home': 'Home', 'nav.label': 'Navigation', 'nav.admin': 'Administration', 'nav.fold': 'Fold the navigation', 'nav.unfold': 'Unfold the navigation', 'nav.more': 'More',
  'nav.area.customer': 'Customers', 'nav.area.contact': 'Contacts and visits', 'nav.area.hosting': 'Hospitality and gifts', 'nav.area.sales': 'Sales', 'nav.area.service': 'Service and measures', 'nav.area.base': 'Basic lists', 'nav.area.other': 'Other',
  'undo.undo': 'Undo: {what}', 'undo.redo': 'Redo: {what}', 'undo.nothing': 'Nothing to undo', 'undo.nothingRedo': 'Nothing to redo', 'undo.done': 'Undone: {what}', 'undo.redone': 'Redone: {what}',
  'bell.title': 'Notifications', 'bell.label': 'Notifications, {n} unread', 'bell.empty': 'No notifications',
  'user.menu': 'Menu of {name}', 'user.language': 'Language', 'user.theme': 'Appearance', 'user.signOut': 'Sign out', 'theme.light': 'Light', 'theme.dark': 'Dark', 'theme.system': 'As the system',
  'palette.hint': 'A name, code, phone or pinyin initials; or the name of a page', 'palette.results': 'Results', 'palette.searching': 'Searching…', 'palette.none': 'Nothing found for “{text}”', 'palette.records': 'Records', 'palette.go': 'Go to', 'palette.create': 'Create and import', 'palette.views': 'Views', 'palette.settings': 'Settings',
  'help.title': 'Keyboard shortcuts', 'help.everywhere': 'Everywhere', 'help.list': 'Grid', 'help.record': 'Record', 'help.palette': 'Search and commands', 'help.undo': 'Undo', 'help.redo': 'Redo', 'help.new': 'New record', 'help.find': 'Search this list', 'help.editCell': 'Edit the cell',
  'help.nextCell': 'Next cell', 'help.clipboard': 'Copy, cut, paste', 'help.fillDown': 'Fill down', 'help.jump': 'Jump to the edge', 'help.select': 'Extend the selection', 'help.clear': 'Clear', 'help.ends': 'First, last cell', 'help.openRow': 'Open the row', 'help.edit': 'Edit', 'help.save': 'Save', 'help.cancel': 'Give up changes or close',
  'home.night': 'Good night, {name}', 'home.morning': 'Good morning, {name}', 'home.noon': 'Hello, {name}', 'home.afternoon': 'Good afternoon, {name}', 'home.evening': 'Good evening, {name}',
  'home.customers': 'Customers', 'home.newCustomers': 'New this month', 'home.orders': 'Orders this month', 'home.sales': 'Sales this month', 'home.receivables': 'Receivables',
  'home.mine': 'My {object}', 'home.recent': 'Recent {object}', 'home.all': 'All', 'home.noneYet': 'No records yet', 'home.nothing': 'There is nothing to see yet', 'home.nothingHint': 'Lists appear here as soon as the administrator gives your role access.',
  'home.import': 'Bring in your {object} workbook', 'home.importHint': '.xlsx, .xls and .csv; title rows, merged cells, 万元 and full-width digits are understood. Preview before, undo as a whole after.', 'home.importGo': 'Choose a file',
}
