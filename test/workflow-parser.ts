import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

/** What GitHub's own parser says of a workflow: a message for each mistake. */
export async function errorsOfWorkflow(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  // What the schema cannot say (a job that needs one that is not there) shows in the second step.
  if (value) await convertWorkflowTemplate(context, value, undefined, { fetchReusableWorkflowDepth: 0 });
  return context.errors.getErrors().map((error) => error.message);
}
