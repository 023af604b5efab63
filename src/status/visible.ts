/** Whether a text shows anything: white space, control and formatting characters alone make an empty status. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
