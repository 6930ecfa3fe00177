/** Languages an organisation is likely to need, by country. Any other tag can be typed. */
export const languageTags: readonly string[] =
  `af-ZA am-ET ar-AE ar-EG ar-MA ar-SA az-Latn-AZ be-BY bg-BG bn-BD bs-Latn-BA ca-ES cs-CZ cy-GB da-DK de-AT
  de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-PH en-SG en-US en-ZA es-AR es-CL es-CO es-ES es-MX
  es-PE es-US et-EE eu-ES fa-IR fi-FI fil-PH fr-BE fr-CA fr-CH fr-FR ga-IE gl-ES gu-IN he-IL hi-IN hr-HR hu-HU
  hy-AM id-ID is-IS it-CH it-IT ja-JP ka-GE kk-KZ km-KH kn-IN ko-KR lb-LU lo-LA lt-LT lv-LV mk-MK ml-IN mn-MN
  mr-IN ms-MY mt-MT my-MM nb-NO ne-NP nl-BE nl-NL nn-NO pa-IN pl-PL ps-AF pt-BR pt-PT ro-RO ru-RU si-LK sk-SK
  sl-SI sq-AL sr-Cyrl-RS sr-Latn-RS sv-FI sv-SE sw-KE ta-IN te-IN th-TH tr-TR uk-UA ur-PK uz-Latn-UZ vi-VN
  zh-CN zh-HK zh-SG zh-TW zu-ZA`.split(/\s+/)
