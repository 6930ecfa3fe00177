/** The name as its bearer writes it: family name first in Chinese, Japanese and Vietnamese. */
export function fullName(givenName: string, surname: string, countryCode?: string): string {
  const familyFirst = /\p{Script=Han}/u.test(surname) || countryCode === 'VN'
  const parts = familyFirst ? [surname, givenName] : [givenName, surname]
  return parts.filter((part) => part !== '').join(countryCode === 'CN' ? '' : ' ')
}
