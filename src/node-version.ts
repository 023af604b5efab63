/** Both entries ask this before they load anything that an older Node cannot read. So nothing newer than Node 12 stands here. */

/** The oldest Node that dist runs on: Forgejo, Gitea and act use the Node of their image, not the one in action.yml. */
const OLDEST = 20;

/**
 * What is wrong with the running Node; empty for nothing.
 *
 * @param needs what needs it and what has it, such as "This action needs" and "this runner has"
 * @param cure what to do, one sentence
 */
export function tooOldNode(needs: string, has: string, cure: string): string {
  const version = process.versions.node;
  if (Number(version.split(".")[0]) >= OLDEST) return "";
  return `${needs} Node ${OLDEST} or newer; ${has} ${version}. ${cure}`;
}
