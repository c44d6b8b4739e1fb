/** The job that runs a stored event; the trigger on `better_auth.user` names it too. Its key is the row's id. */
export const processInboxEvent = 'process-inbox-event'
