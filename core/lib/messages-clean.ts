// What a refused phone, amount, date or birthday says to the person who typed it, and the words birthdays are written with.

export const CLEAN_MESSAGES: Record<string, { zh: string; en: string }> = {
  'phone.empty': { zh: '没有填写电话号码', en: 'No phone number was given' },
  'phone.bad': { zh: '“{text}”不是电话号码', en: '“{text}” is not a phone number' },
  'phone.several': { zh: '“{text}”像是几个号码，请每格只填一个', en: '“{text}” looks like several numbers; give one per cell' },
  'phone.rounded': { zh: '“{text}”是被 Excel 改成科学计数法的号码，末几位已经丢失，请重新填写', en: '“{text}” was rounded by Excel and its last digits are lost; type it again' },
  'phone.length': { zh: '“{text}”有 {digits} 位数字，手机号应为 11 位', en: '“{text}” has {digits} digits; a mobile number has 11' },
  'phone.area': { zh: '“{text}”的区号不存在或号码位数不对', en: '“{text}” has an unknown area code or the wrong length' },
  'amount.empty': { zh: '没有填写金额', en: 'No amount was given' },
  'amount.bad': { zh: '“{text}”不是金额', en: '“{text}” is not an amount' },
  'amount.separator': { zh: '“{text}”的千分位逗号位置不对', en: '“{text}” has its thousands separators in the wrong places' },
  'amount.currency': { zh: '“{text}”带有外币符号“{symbol}”，请只填数字，币种另填', en: '“{text}” carries the currency “{symbol}”; give the number alone and the currency in its own field' },
  'amount.range': { zh: '“{text}”是一个范围，请填一个数', en: '“{text}” is a range; give one number' },
  'amount.large': { zh: '“{text}”太大', en: '“{text}” is too large' },
  'percent.bad': { zh: '“{text}”不是百分比', en: '“{text}” is not a percentage' },
  'date.empty': { zh: '没有填写日期', en: 'No date was given' },
  'date.bad': { zh: '“{text}”不是日期', en: '“{text}” is not a date' },
  'date.none': { zh: '“{text}”在日历上不存在', en: '“{text}” does not exist in the calendar' },
  'date.noYear': { zh: '“{text}”没有年份', en: '“{text}” has no year' },
  'date.noDay': { zh: '“{text}”没有具体到日', en: '“{text}” has no day' },
  'date.time': { zh: '“{text}”的时间不对', en: '“{text}” has an impossible time' },
  'birthday.empty': { zh: '没有填写生日', en: 'No birthday was given' },
  'birthday.bad': { zh: '“{text}”不是生日', en: '“{text}” is not a birthday' },
  'birthday.lunar': { zh: '农历没有“{text}”这一天', en: 'The lunar calendar has no day “{text}”' },
}

type Lang = 'zh' | 'en'

/** How a birthday is written; {y} {m} {d} are filled by birthday-text.ts. */
export const BIRTHDAY_STYLE: Record<'solar' | 'solarNoYear' | 'lunar' | 'lunarNoYear' | 'lunarLeap' | 'lunarLeapNoYear', Record<Lang, string>> = {
  solar: { zh: '{y}年{m}月{d}日', en: '{y}-{mm}-{dd}' },
  solarNoYear: { zh: '{m}月{d}日', en: '{mm}-{dd}' },
  lunar: { zh: '农历{y}年{month}{day}', en: 'Lunar {y}-{mm}-{dd}' },
  lunarNoYear: { zh: '农历{month}{day}', en: 'Lunar {mm}-{dd}' },
  lunarLeap: { zh: '农历{y}年闰{month}{day}', en: 'Lunar {y}, leap month {mm}-{dd}' },
  lunarLeapNoYear: { zh: '农历闰{month}{day}', en: 'Lunar leap month {mm}-{dd}' },
}
