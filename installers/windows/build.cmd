@rem Makes the installer on Windows from a checkout: desktop\target\package. Needs Maven, a JDK 25 and WiX.
@cd /d "%~dp0..\.."
@mvn -B -q -ntp -DskipTests -Ppackage "-Dpackage.kinds=image msi" package
