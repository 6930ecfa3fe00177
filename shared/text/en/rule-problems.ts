/** What is wrong with a membership rule: what was found at the marked place, and what belongs there. */
export const ruleProblems = {
  ruleEmpty: 'Enter a rule, such as user.department -eq "Sales".',
  ruleTooLong: 'At most {{limit}} characters; this rule has {{length}}. Remove {{excess}}.',
  ruleTooDeep: 'Parentheses stand more than {{limit}} deep here. Take some away.',
  ruleCharacter: '“{{character}}” has no meaning here. A text goes in double quotes: "Sales".',
  ruleUnclosedText: 'This text has no closing quote.',
  ruleUnclosedParenthesis: 'This parenthesis is never closed. Add ) where the condition ends.',
  ruleExtraParenthesis: 'No opening parenthesis goes with this one. Remove it.',
  ruleUnclosedList: 'This list is never closed. Add ] behind its last value.',
  ruleEmptyList: 'A list needs at least one value, such as ["Sales"].',
  ruleListValue: 'A list holds texts in double quotes, with commas between them.',
  ruleNeedsProperty: 'A property is missing here, such as user.department.',
  ruleNeedsOperator: 'An operator is missing behind {{property}}, such as -eq.',
  ruleUnknownOperator: '“{{operator}}” is not an operator. Use one of {{operators}}.',
  ruleNeedsValue: 'A value is missing behind {{operator}}, such as "Sales" or null.',
  ruleNeedsQuotes: 'A text goes in double quotes: "{{value}}".',
  ruleNeedsJoin: 'Two conditions need -and or -or between them.',
  ruleNeedsDays: 'Write the time in days: p30d for thirty days.',
  ruleNeedsManager: 'Write it as Direct Reports for "object ID of the manager".',
  ruleStandsAlone: 'Direct Reports for cannot be combined with other conditions. Remove the rest.',
  ruleUnknownProperty: 'Rules know no {{property}}. Choose a property such as user.department.',
  ruleMisspeltProperty: 'Rules know no {{property}}. Write {{meant}}; capitals matter here.',
  ruleKeptElsewhere: 'Roster does not keep {{property}}, so no rule here can read it.',
  ruleNoDevices:
    'Roster keeps no devices. Rules read properties of users, such as user.department.',
  ruleItemOutside: '“_” is an item of a collection and only stands behind -any or -all.',
  rulePropertyInside:
    'Behind -any and -all only “_” can be compared. Put -any or -all with its condition in parentheses, and {{property}} outside.',
  ruleNotACollection:
    '{{property}} holds one value, so -any and -all do not fit. Compare it directly.',
  ruleOperatorDoesNotFit: '{{operator}} does not fit {{property}}. Use one of {{operators}}.',
  ruleNullOperator: '{{operator}} cannot be asked of null. Use -eq null or -ne null.',
  ruleNowOperator: 'Compare a date with system.now by -le or -ge.',
  ruleNeedsBoolean: 'Write true or false here, without quotes.',
  ruleNeedsDay:
    '{{value}} is not a date. Write it as 2026-03-01 or 2026-03-01T08:00:00Z, or use system.now.',
  ruleNeedsList: '{{operator}} takes a list. Write [{{value}}].',
  ruleNeedsIn: '{{operator}} takes one value. For a list use -in or -notIn.',
  patternEndsInBackslash: 'This pattern ends in a backslash. Write \\\\ for the character itself.',
  patternUnsupported:
    '“{{part}}” is not supported in a pattern. Use letters, . [ ] ( ) | * + ? { } ^ $ and \\d \\w \\s \\b.',
  patternUnclosed: '“{{opening}}” is never closed in this pattern.',
  patternUnopened: 'A “)” in this pattern closes nothing. Write \\) for the character itself.',
  patternRange: '“{{range}}” begins behind its end.',
  patternNothingToRepeat:
    'Nothing stands before a * + ? or { } of this pattern. Write \\* for the character itself.',
  patternTooLarge: 'This pattern is too large. Make its repetitions or groups fewer.',
} as const
