// The browser's start: finds the root element and shows the product in it.
import { startWeb } from '#web/start.tsx'

const root = document.getElementById('root')
if (root) startWeb(root)
