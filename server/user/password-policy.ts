// Which passwords are taken: length and not being a guess, after NIST SP 800-63B section 3.1.1.2; no composition rules.
import { AppError } from '#core/lib/error.ts'

const MIN = 10
const MAX = 256

/** Roots of the passwords most met in published lists, Chinese ones among them. */
const COMMON = ['password', 'passw0rd', 'qwerty', 'qazwsx', '1qaz2wsx', 'admin', 'woaini', '5201314', '123456', '12345678', '111111',
  '000000', '666666', '888888', '123123', 'abc123', 'iloveyou', 'letmein', 'welcome', 'zxcvbn', 'asdfgh', 'guanxi', 'a123456', 'aa123456']

/** The part of a password that is not a common root, a repeated character or a straight run. */
function remainder(password: string): string {
  let rest = password.toLowerCase()
  for (const root of COMMON) rest = rest.replaceAll(root, '')
  return rest.replaceAll(/(.)\1+/g, '$1').replaceAll(/(?:0123|1234|2345|3456|4567|5678|6789|abcd|bcde|cdef)+\d*/g, '')
}

/** Throws at the field `password`; `about` are the person's own name and address, which must not be the password. */
export function checkPassword(password: string, about: string[]): void {
  const refuse = (key: string, params?: Record<string, number>): never => {
    throw new AppError('invalid', { fields: { password: params ? { key, params } : { key } } })
  }
  if (password.length < MIN) refuse('password.short', { min: MIN })
  if (password.length > MAX) refuse('password.long', { max: MAX })
  if (remainder(password).length < 4) refuse('password.common')
  const plain = password.toLowerCase()
  const own = about.flatMap(text => [text, text.split('@')[0] ?? '']).map(text => text.toLowerCase()).filter(text => text.length >= 4)
  if (own.some(text => plain.replaceAll(text, '').length < 4)) refuse('password.own')
}
