/** Whether a file may have this name on every system: Windows forbids more characters than others, and names of devices. */
export function isNameEverywhere(name: string): boolean {
  return !FORBIDDEN.test(name) && !DEVICE.test(name) && !/[. ]$/.test(name) && name !== '';
}

const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]/u;
/** With any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
