# Installs the MSI and then the setup program without a window, runs what was installed, upgrades and removes it.
$ErrorActionPreference = 'Stop'
$data = Join-Path $env:RUNNER_TEMP 'roster-data'
$architecture = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'arm64' } else { 'x64' }

function Run([string] $program, [string[]] $given, [int[]] $expected) {
  $process = Start-Process -FilePath $program -ArgumentList $given -Wait -PassThru
  if ($expected -notcontains $process.ExitCode) { throw "$program $given ended with $($process.ExitCode)" }
}

function Test-Program([string] $program) {
  Run $program @('--version') @(0)
  Run $program @('--check', "--data-dir=$data\none") @(0)
  Run $program @('--no-such-switch') @(2)
  $window = Start-Process -FilePath $program -ArgumentList "--data-dir=$data\smoke" -PassThru
  Start-Sleep -Seconds 30
  if ($window.HasExited) { throw 'Roster did not stay open.' }
  Stop-Process -Id $window.Id -Force
  if (-not (Test-Path "$data\smoke\roster.log")) { throw 'Roster wrote no log.' }
}

$msi = (Get-ChildItem "dist\*$architecture*.msi")[0].FullName
Run 'msiexec.exe' @('/i', "`"$msi`"", '/qn', '/norestart', '/l*v', 'install.log') @(0, 3010)
$installed = (Get-ChildItem "$env:ProgramFiles\Roster\Roster.exe").FullName
Test-Program $installed
Run 'msiexec.exe' @('/i', "`"$msi`"", '/qn', '/norestart', 'REINSTALL=ALL', 'REINSTALLMODE=vomus') @(0, 3010)
Run 'msiexec.exe' @('/x', "`"$msi`"", '/qn', '/norestart') @(0, 3010)
if (Test-Path $installed) { throw 'The MSI left the program behind.' }

$setup = (Get-ChildItem "dist\*setup-$architecture.exe")[0].FullName
Run $setup @('/S', '/allusers') @(0)
Test-Program $installed
Run $setup @('/S', '/allusers') @(0)
Run "$env:ProgramFiles\Roster\Uninstall Roster.exe" @('/S', '/allusers') @(0)
if (-not (Test-Path "$data\smoke")) { throw 'Removing the program removed data.' }
