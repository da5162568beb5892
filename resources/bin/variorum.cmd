@echo off
rem The command line of an installed Variorum, as in the script for other systems beside this one.
setlocal
if "%~1"=="" (
  start "" "%~dp0..\Variorum.exe"
  exit /b 0
)
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\Variorum.exe" "%~dp0..\resources\app.asar\out\main\cli.js" %*
