; Without this, an old uninstaller that fails shows a message box even with /S. Nobody sees it when the installer
; runs as SYSTEM, and the rollout hangs. In silence it ends with exit code 2 instead.
!macro endWhenOldStays
  ${if} $R0 != 0
    DetailPrint "The former version could not be removed (exit code $R0)."
    ${ifNot} ${Silent}
      MessageBox MB_OK|MB_ICONEXCLAMATION "The former version of Roster could not be removed (exit code $R0). Nothing was changed. Close Roster and try again."
    ${endIf}
    SetErrorLevel 2
    Quit
  ${endIf}
!macroend

!macro customUnInstallCheck
  !insertmacro endWhenOldStays
!macroend

!macro customUnInstallCheckCurrentUser
  !insertmacro endWhenOldStays
!macroend
