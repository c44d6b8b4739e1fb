// Expected refusals would drown what matters; a test that reads the log asks for its own logger.
process.env.LOG_LEVEL ??= 'silent'
