import { readFileSync } from 'node:fs';

/** The one command that installs a browser the program can use, by family of system. A system is of the first family it names. */
const COMMAND_BY_FAMILY = {
  ubuntu: 'sudo snap install chromium',
  debian: 'sudo apt-get install chromium',
  fedora: 'sudo dnf install chromium',
  suse: 'sudo zypper install chromium',
  arch: 'sudo pacman -S chromium',
  alpine: 'sudo apk add chromium',
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
};

/** Which family this machine belongs to. Linux says it in /etc/os-release, by its own name or by a relative's. */
export function systemFamily() {
  if (process.platform !== 'linux') return process.platform;
  const names = releaseNames();
  return Object.keys(COMMAND_BY_FAMILY).find((family) => names.some((name) => name.startsWith(family)));
}

/** What happened, what is safe and what to do, when no browser is installed. */
export function browserAdvice() {
  const named = process.env.INFUSION_DESK_BROWSER;
  if (named) {
    return {
      what: `INFUSION_DESK_BROWSER names ${named} as the browser, and there is no such program.`,
      safe: 'Nothing was changed. Records that are there are untouched.',
      todo: 'Correct the name, or take the variable away to use an installed browser.',
    };
  }
  const command = COMMAND_BY_FAMILY[systemFamily() ?? ''];
  return {
    what: 'Infusion Desk needs Chromium, Chrome or Edge to show its window, and found none on this computer.',
    safe: 'Nothing was changed. Records that are there are untouched.',
    todo: command
      ? `Install one, for instance with:  ${command}  and start again.`
      : 'Install Chromium, Chrome or Edge and start again.',
  };
}

function releaseNames() {
  try {
    const lines = readFileSync('/etc/os-release', 'utf8').split('\n');
    return lines
      .filter((line) => /^ID(_LIKE)?=/.test(line))
      .flatMap((line) =>
        line
          .replace(/^[^=]*=/, '')
          .replaceAll('"', '')
          .split(' '),
      );
  } catch {
    return [];
  }
}
