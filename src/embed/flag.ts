/**
 * Whether a flag is on, from its text: any but `false`, `0`, `off` and `no`. The only reading of a flag, for attributes,
 * properties and addresses. Authors write `autoplay`, `autoplay="autoplay"` and `autoplay="true"`, and mean the same.
 */
export const isOn = (value: string): boolean => !/^\s*(false|0|off|no)\s*$/i.test(value);
