import { createTheme } from '@mui/material/styles'

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'

/** Quiet and dense: one accent, neutral greys, outlines instead of shadows, an 8 px grid, 14 px text. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b6e6e', dark: '#075454', light: '#dff1ef', contrastText: '#ffffff' },
        error: { main: '#b3261e' },
        warning: { main: '#8a5300' },
        success: { main: '#1e6b3a' },
        background: { default: '#f6f7f8', paper: '#ffffff' },
        text: { primary: '#1c2024', secondary: '#596069' },
        divider: '#d9dde2',
      },
    },
    dark: {
      palette: {
        primary: { main: '#6fd3cb', dark: '#9be3dc', light: '#16403e', contrastText: '#06201f' },
        error: { main: '#ffb4ab' },
        warning: { main: '#f2bd6b' },
        success: { main: '#86d9a0' },
        background: { default: '#14171a', paper: '#1b1f23' },
        text: { primary: '#e6e9ec', secondary: '#a6aeb7' },
        divider: '#353b42',
      },
    },
  },
  spacing: 8,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: systemFonts,
    fontSize: 14,
    htmlFontSize: 16,
    body1: { fontSize: '0.875rem', lineHeight: 1.45 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
    caption: { fontSize: '0.75rem', lineHeight: 1.4 },
    h1: { fontSize: '1.25rem', fontWeight: 600, lineHeight: 1.3 },
    h2: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
    h3: { fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 500 },
  },
  transitions: { duration: { shortest: 80, shorter: 100, short: 120, standard: 140 } },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { size: 'small', disableElevation: true },
      styleOverrides: { root: { minHeight: 32, paddingInline: 12 } },
    },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    // Without the asterisk a field is named by its label alone; `required` is told by the field itself.
    MuiInputLabel: { defaultProps: { required: false } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiAutocomplete: { defaultProps: { size: 'small', slotProps: { paper: { elevation: 8 } } } },
    MuiCheckbox: { defaultProps: { size: 'small' } },
    MuiSwitch: { defaultProps: { size: 'small' } },
    MuiChip: { defaultProps: { size: 'small' } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      // MUI lightens raised surfaces in the dark, which sets dialogs apart from the cards they are like.
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiTooltip: { defaultProps: { enterDelay: 400, disableInteractive: true } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        body: { overflow: 'hidden' },
        ':focus-visible': {
          outline: '2px solid var(--mui-palette-primary-main)',
          outlineOffset: 1,
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
        },
      },
    },
  },
})
