// Inks of option colours where antd's tags do not draw them (the grid): named as in declarations, readable on white and dark.

const INKS: Readonly<Record<string, string>> = {
  red: '#cf2f2a', volcano: '#c9481f', orange: '#c2690c', gold: '#a87b12', green: '#2e8b3d', cyan: '#0f8a94',
  blue: '#2f6fd0', geekblue: '#4a57c4', purple: '#7d49c9', magenta: '#c02b77', default: '#7a828c',
}

/** A CSS colour for a preset's name; any other colour stays as it is. */
export const ink = (color: string): string => (Object.hasOwn(INKS, color) ? INKS[color]! : color)
