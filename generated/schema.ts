// Written by `npm run generate` from spec/. Do not edit.
export interface paths {
    "/v1beta/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs a model or an agent on the given input. `stream: true` in the body turns the response into server-sent events; `background: true` responds at once and continues at the service. Not idempotent: a repeated request is a second, billed run.
         * Create an interaction
         */
        post: operations["createInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Reads a stored interaction, or with `stream` replays its events and then continues live.
         * Get an interaction
         */
        get: operations["getInteractionById"];
        put?: never;
        post?: never;
        /**
         * Removes a stored interaction; it does not cancel a run. Some backends answer 501.
         * Delete an interaction
         */
        delete: operations["deleteInteraction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/interactions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a background run that is still going. The response may still say `in_progress` for a moment. Tokens already produced are billed.
         * Cancel an interaction
         */
        post: operations["cancelInteractionById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the registered webhooks of the project, page by page.
         * List the webhooks
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Registers an address for the events of this project. Only this response contains the signing secret, in `new_signing_secret`. A repeated request registers a second webhook.
         * Register a webhook
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Reads a registered webhook, without its secrets.
         * Get a webhook
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Ends deliveries to the webhook and removes it.
         * Delete a webhook
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Changes the members that the body contains and leaves the others unchanged.
         * Change a webhook
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1beta/webhooks/{id}:ping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a test delivery to the address of the webhook. The response does not wait for it.
         * Ping a webhook
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/webhooks/{id}:rotateSigningSecret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new signing secret for the webhook and returns it; it cannot be read again. The earlier ones end at once or after a day, as the body says.
         * Rotate a signing secret
         */
        post: operations["rotateSigningSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the sandboxes of the project, page by page.
         * List the environments
         */
        get: operations["listEnvironments"];
        put?: never;
        /**
         * Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into `environment` of an interaction. A repeated request creates a second one.
         * Create an environment
         */
        post: operations["createEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/environments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        /**
         * Reads what is known of a sandbox: status, size and network.
         * Get an environment
         */
        get: operations["getEnvironment"];
        put?: never;
        post?: never;
        /**
         * Deletes a sandbox with its files.
         * Delete an environment
         */
        delete: operations["deleteEnvironment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/environments/{environment}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        /**
         * Lists a directory of a sandbox, or describes one file. With `alt: media` the response is the content of the file; read it with `parseAs`.
         * List or read files of an environment
         */
        get: operations["getEnvironmentFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upload/v1beta/environments/{environment}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Opens a resumable upload session. Its address comes in the header `x-goog-upload-url`; the bytes go there, not to this path.
         * Start an upload into an environment
         */
        put: operations["startEnvironmentFileUpload"];
        /**
         * Sends the bytes of an upload that was started, to the address that the start answered; with `upload, finalize` they are the last, and the file is there.
         * Send a file into an environment
         */
        post: operations["uploadEnvironmentFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the custom agents, page by page.
         * List the agents
         */
        get: operations["listAgents"];
        put?: never;
        /**
         * Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
         * Create an agent
         */
        post: operations["createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /**
         * Reads a custom agent.
         * Get an agent
         */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        /**
         * Deletes a custom agent.
         * Delete an agent
         */
        delete: operations["deleteAgent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the stored credentials of the project, page by page, without their secrets.
         * List the credentials
         */
        get: operations["listCredentials"];
        put?: never;
        /**
         * Stores a secret that sandboxes use and models never see. Its `id`, which is yours to choose, goes into `credential` of an environment variable or of a domain. The secret cannot be read again.
         * Store a credential
         */
        post: operations["createCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        /**
         * Reads what is known of a stored credential, without its secret.
         * Get a credential
         */
        get: operations["getCredential"];
        put?: never;
        post?: never;
        /**
         * Deletes a stored credential. Sandboxes that name it no longer receive its secret.
         * Delete a credential
         */
        delete: operations["deleteCredential"];
        options?: never;
        head?: never;
        /**
         * Changes the members that the body holds, such as a renewed secret, and leaves the others as they are. `type` must be the one that the credential was stored with.
         * Change a credential
         */
        patch: operations["updateCredential"];
        trace?: never;
    };
    "/v1beta/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the triggers of the project, page by page.
         * List the triggers
         */
        get: operations["listTriggers"];
        put?: never;
        /**
         * Runs an agent again and again, on a schedule. A repeated request creates a second trigger, and each of its runs is billed.
         * Create a trigger
         */
        post: operations["createTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/triggers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        /**
         * Reads a trigger: its schedule, its status, and when it runs next.
         * Get a trigger
         */
        get: operations["getTrigger"];
        put?: never;
        post?: never;
        /**
         * Deletes a trigger. A run that it has started continues.
         * Delete a trigger
         */
        delete: operations["deleteTrigger"];
        options?: never;
        head?: never;
        /**
         * Renames, pauses or resumes a trigger. Its schedule and its interaction cannot be changed.
         * Change a trigger
         */
        patch: operations["updateTrigger"];
        trace?: never;
    };
    "/v1beta/triggers/{id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        /**
         * Lists what a trigger has run, page by page.
         * List the executions of a trigger
         */
        get: operations["listTriggerExecutions"];
        put?: never;
        /**
         * Runs a trigger now, outside of its schedule. A repeated request starts, and bills, a second run.
         * Run a trigger
         */
        post: operations["runTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the voices to speak with, page by page: the prebuilt ones and those of the project. Of several filters all must match; of several values of one filter any.
         * List the voices
         */
        get: operations["listVoices"];
        put?: never;
        /**
         * Makes a voice from a description or from a recording. With `store` the answer has an `id`, without it a `key`; either goes into `voice` of a speech configuration. A repeated request makes a second voice.
         * Create a voice
         */
        post: operations["createVoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/voices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the voice, one path segment. */
                id: components["parameters"]["VoiceId"];
            };
            cookie?: never;
        };
        /**
         * Reads a stored or a prebuilt voice.
         * Get a voice
         */
        get: operations["getVoice"];
        put?: never;
        post?: never;
        /**
         * Deletes a stored voice. Prebuilt voices cannot be deleted.
         * Delete a voice
         */
        delete: operations["deleteVoice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a model answer closed questions about one input, each with probabilities. Nothing is stored; a repeated request is billed again.
         * Answer questions about an input
         */
        post: operations["createDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs a model or an agent on the given input. `stream: true` in the body turns the response into server-sent events; `background: true` responds at once and continues at the service. Not idempotent: a repeated request is a second, billed run.
         * Create an interaction on Vertex AI
         */
        post: operations["createVertexInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Reads a stored interaction, or with `stream` replays its events and then continues live.
         * Get an interaction on Vertex AI
         */
        get: operations["getVertexInteractionById"];
        put?: never;
        post?: never;
        /**
         * Removes a stored interaction; it does not cancel a run. Some backends answer 501.
         * Delete an interaction on Vertex AI
         */
        delete: operations["deleteVertexInteraction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Reads a stored interaction, or with `stream` replays its events and then continues live.
         * Get an interaction on Vertex AI without its project and location
         */
        get: operations["getUnscopedVertexInteractionById"];
        put?: never;
        post?: never;
        /**
         * Removes a stored interaction; it does not cancel a run. Some backends answer 501.
         * Delete an interaction on Vertex AI without its project and location
         */
        delete: operations["deleteUnscopedVertexInteraction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a background run that is still going. The response may still say `in_progress` for a moment. Tokens already produced are billed.
         * Cancel an interaction on Vertex AI
         */
        post: operations["cancelVertexInteractionById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/interactions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a background run that is still going. The response may still say `in_progress` for a moment. Tokens already produced are billed.
         * Cancel an interaction on Vertex AI without its project and location
         */
        post: operations["cancelUnscopedVertexInteractionById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * Lists the registered webhooks of the project, page by page.
         * List the webhooks on Vertex AI
         */
        get: operations["listVertexWebhooks"];
        put?: never;
        /**
         * Registers an address for the events of this project. Only this response contains the signing secret, in `new_signing_secret`. A repeated request registers a second webhook.
         * Register a webhook on Vertex AI
         */
        post: operations["createVertexWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Reads a registered webhook, without its secrets.
         * Get a webhook on Vertex AI
         */
        get: operations["getVertexWebhook"];
        put?: never;
        post?: never;
        /**
         * Ends deliveries to the webhook and removes it.
         * Delete a webhook on Vertex AI
         */
        delete: operations["deleteVertexWebhook"];
        options?: never;
        head?: never;
        /**
         * Changes the members that the body contains and leaves the others unchanged.
         * Change a webhook on Vertex AI
         */
        patch: operations["updateVertexWebhook"];
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:ping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a test delivery to the address of the webhook. The response does not wait for it.
         * Ping a webhook on Vertex AI
         */
        post: operations["pingVertexWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:rotateSigningSecret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new signing secret for the webhook and returns it; it cannot be read again. The earlier ones end at once or after a day, as the body says.
         * Rotate a signing secret on Vertex AI
         */
        post: operations["rotateVertexSigningSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * Lists the sandboxes of the project, page by page.
         * List the environments on Vertex AI
         */
        get: operations["listVertexEnvironments"];
        put?: never;
        /**
         * Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into `environment` of an interaction. A repeated request creates a second one.
         * Create an environment on Vertex AI
         */
        post: operations["createVertexEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/environments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        /**
         * Reads what is known of a sandbox: status, size and network.
         * Get an environment on Vertex AI
         */
        get: operations["getVertexEnvironment"];
        put?: never;
        post?: never;
        /**
         * Deletes a sandbox with its files.
         * Delete an environment on Vertex AI
         */
        delete: operations["deleteVertexEnvironment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/environments/{environment}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        /**
         * Lists a directory of a sandbox, or describes one file. With `alt: media` the response is the content of the file; read it with `parseAs`.
         * List or read files of an environment on Vertex AI
         */
        get: operations["getVertexEnvironmentFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * Lists the custom agents, page by page.
         * List the agents on Vertex AI
         */
        get: operations["listVertexAgents"];
        put?: never;
        /**
         * Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
         * Create an agent on Vertex AI
         */
        post: operations["createVertexAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /**
         * Reads a custom agent.
         * Get an agent on Vertex AI
         */
        get: operations["getVertexAgent"];
        put?: never;
        post?: never;
        /**
         * Deletes a custom agent.
         * Delete an agent on Vertex AI
         */
        delete: operations["deleteVertexAgent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * Lists the stored credentials of the project, page by page, without their secrets.
         * List the credentials on Vertex AI
         */
        get: operations["listVertexCredentials"];
        put?: never;
        /**
         * Stores a secret that sandboxes use and models never see. Its `id`, which is yours to choose, goes into `credential` of an environment variable or of a domain. The secret cannot be read again.
         * Store a credential on Vertex AI
         */
        post: operations["createVertexCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        /**
         * Reads what is known of a stored credential, without its secret.
         * Get a credential on Vertex AI
         */
        get: operations["getVertexCredential"];
        put?: never;
        post?: never;
        /**
         * Deletes a stored credential. Sandboxes that name it no longer receive its secret.
         * Delete a credential on Vertex AI
         */
        delete: operations["deleteVertexCredential"];
        options?: never;
        head?: never;
        /**
         * Changes the members that the body holds, such as a renewed secret, and leaves the others as they are. `type` must be the one that the credential was stored with.
         * Change a credential on Vertex AI
         */
        patch: operations["updateVertexCredential"];
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * Lists the triggers of the project, page by page.
         * List the triggers on Vertex AI
         */
        get: operations["listVertexTriggers"];
        put?: never;
        /**
         * Runs an agent again and again, on a schedule. A repeated request creates a second trigger, and each of its runs is billed.
         * Create a trigger on Vertex AI
         */
        post: operations["createVertexTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/triggers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        /**
         * Reads a trigger: its schedule, its status, and when it runs next.
         * Get a trigger on Vertex AI
         */
        get: operations["getVertexTrigger"];
        put?: never;
        post?: never;
        /**
         * Deletes a trigger. A run that it has started continues.
         * Delete a trigger on Vertex AI
         */
        delete: operations["deleteVertexTrigger"];
        options?: never;
        head?: never;
        /**
         * Renames, pauses or resumes a trigger. Its schedule and its interaction cannot be changed.
         * Change a trigger on Vertex AI
         */
        patch: operations["updateVertexTrigger"];
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        /**
         * Lists what a trigger has run, page by page.
         * List the executions of a trigger on Vertex AI
         */
        get: operations["listVertexTriggerExecutions"];
        put?: never;
        /**
         * Runs a trigger now, outside of its schedule. A repeated request starts, and bills, a second run.
         * Run a trigger on Vertex AI
         */
        post: operations["runVertexTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/voices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * Lists the voices to speak with, page by page: the prebuilt ones and those of the project. Of several filters all must match; of several values of one filter any.
         * List the voices on Vertex AI
         */
        get: operations["listVertexVoices"];
        put?: never;
        /**
         * Makes a voice from a description or from a recording. With `store` the answer has an `id`, without it a `key`; either goes into `voice` of a speech configuration. A repeated request makes a second voice.
         * Create a voice on Vertex AI
         */
        post: operations["createVertexVoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/voices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the voice, one path segment. */
                id: components["parameters"]["VoiceId"];
            };
            cookie?: never;
        };
        /**
         * Reads a stored or a prebuilt voice.
         * Get a voice on Vertex AI
         */
        get: operations["getVertexVoice"];
        put?: never;
        post?: never;
        /**
         * Deletes a stored voice. Prebuilt voices cannot be deleted.
         * Delete a voice on Vertex AI
         */
        delete: operations["deleteVertexVoice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a model answer closed questions about one input, each with probabilities. Nothing is stored; a repeated request is billed again.
         * Answer questions about an input on Vertex AI
         */
        post: operations["createVertexDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    delivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the service sends to a registered webhook, or to the `webhook_config.uris` of a request. It sends it again, for up to a day, until it gets a 2xx.
         * Receive a delivery
         */
        post: operations["receiveDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** A custom agent, which builds on another one. Its id goes into `agent` of an interaction. */
        Agent: {
            /** Id of the agent, chosen at creation. */
            id?: string | undefined;
            /** Id of the agent that it builds on, such as `antigravity-preview-09-2026`. */
            base_agent?: string | undefined;
            /** What the agent is for, for people who look through a list of them. */
            description?: string | undefined;
            /** Standing instruction for the agent. */
            system_instruction?: string | undefined;
            /** Tools that the agent may use. */
            tools?: components["schemas"]["AgentTool"][] | undefined;
            /** The sandbox that it works in, or the id of one. */
            base_environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** Settings of the agent that it builds on. */
            agent_config?: components["schemas"]["AntigravityAgentConfig"] | undefined;
        };
        /** Settings of an agent, distinguished by `type`, which names the family of the agent. */
        AgentConfig: components["schemas"]["DeepResearchAgentConfig"] | components["schemas"]["AntigravityAgentConfig"] | components["schemas"]["CodeMenderAgentConfig"] | components["schemas"]["DynamicAgentConfig"];
        /** One page of agents. */
        AgentListResponse: {
            /** The agents of this page. Absent when there are none. */
            agents?: components["schemas"]["Agent"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** Known agent ids, as hints; custom agents have ids of their own. `antigravity-preview-05-2026` was shut down on 2026-10-05, `antigravity-preview-09-2026` follows it; `deep-research-pro-preview-12-2025` was shut down on 2026-10-23. */
        AgentOption: "deep-research-pro-preview-12-2025" | "deep-research-preview-04-2026" | "deep-research-max-preview-04-2026" | "antigravity-preview-05-2026" | "antigravity-preview-09-2026" | (string & {});
        /** A tool that a custom agent may use, distinguished by `type`. */
        AgentTool: components["schemas"]["CodeExecution"] | components["schemas"]["FunctionTool"] | components["schemas"]["GoogleSearch"] | components["schemas"]["MCPServer"] | components["schemas"]["URLContext"];
        /** A choice of tools by name, for `tool_choice` or for the tools of an MCP server. */
        AllowedTools: {
            /** Whether the model may, must or must not call the named tools. */
            mode?: components["schemas"]["ToolChoiceType"] | undefined;
            /** Names of the tools. */
            tools?: string[] | undefined;
        };
        /** A domain that may be reached, and what the proxy adds to requests that go there. */
        AllowlistEntry: {
            /**
             * Domain name. May hold wildcards; `*` alone means every domain.
             * @example *.googleapis.com
             */
            domain: string;
            /** Headers that the proxy adds to each request to the domain, as one map or a list of maps. */
            transform?: ({
                [key: string]: string;
            } | {
                [key: string]: string;
            }[]) | undefined;
            /** Id of a stored credential to use for the domain. */
            credential?: string | undefined;
        };
        /** A note on a range of a text block, distinguished by `type`. `start_index` and `end_index` count bytes of the UTF-8 text, so slicing a JavaScript string with them goes wrong as soon as the text is not ASCII. */
        Annotation: components["schemas"]["URLCitation"] | components["schemas"]["FileCitation"] | components["schemas"]["PlaceCitation"] | components["schemas"]["SpeechAnnotation"] | components["schemas"]["WordInfo"];
        /** Settings of an Antigravity agent, which works in a sandbox; see `environment`. */
        AntigravityAgentConfig: {
            /** Marks the settings of Antigravity. */
            type: "antigravity";
            /** Id of the model the agent reasons with. */
            model?: string | undefined;
            /** Most tokens of the whole run. An int64, written as a string. */
            max_total_tokens?: string | undefined;
        };
        /** More of the arguments of a function call. Agents use it for other calls too. */
        ArgumentsDelta: {
            /** Always `arguments_delta`. */
            type: "arguments_delta";
            /** Fragment of JSON text, not an object. Join all fragments of the step and parse them at `step.stop`; with none, the arguments of `step.start` are complete. */
            arguments?: string | undefined;
        };
        /** An audio block. Streamed speech comes as several blocks of raw PCM (`audio/l16`); join the decoded bytes, never the base64 texts. */
        AudioContent: {
            /** Marks an audio block. */
            type: "audio";
            /** The audio as base64. Set this or `uri`. */
            data?: string | undefined;
            /** Where the service, or the reader of an answer, finds the audio. Set this or `data`. */
            uri?: string | undefined;
            /** Audio format. `audio/l16` is raw PCM without a header. */
            mime_type?: components["schemas"]["AudioContentMimeType"] | undefined;
            /** Samples per second, in Hz. */
            sample_rate?: number | undefined;
            /** Number of audio channels. */
            channels?: number | undefined;
        };
        /** Known audio formats. Other strings may appear. */
        AudioContentMimeType: "audio/wav" | "audio/mp3" | "audio/aiff" | "audio/aac" | "audio/ogg" | "audio/flac" | "audio/mpeg" | "audio/m4a" | "audio/l16" | "audio/opus" | "audio/alaw" | "audio/mulaw" | "audio/webm" | (string & {});
        /** A recording. */
        AudioData: {
            /** The bytes in base64. */
            data: string;
            /** MIME type, such as `audio/wav`. */
            mime_type: string;
        };
        /** A piece of audio. Speech comes as raw PCM in several deltas, to be joined as decoded bytes where `mime_type`, `sample_rate` and `channels` agree. */
        AudioDelta: {
            /** Always `audio`. */
            type: "audio";
            /** The audio in base64. Never join base64 strings, only what they decode to. */
            data?: string | undefined;
            /** Where the service keeps the audio, instead of `data`. */
            uri?: string | undefined;
            /** MIME type of the audio, `audio/l16` for raw PCM. */
            mime_type?: components["schemas"]["AudioContentMimeType"] | undefined;
            /** Samples per second, in hertz. */
            sample_rate?: number | undefined;
            /** Number of channels, 1 for mono. */
            channels?: number | undefined;
            /**
             * Ignored. Replaced by `sample_rate`.
             * @deprecated
             */
            rate?: number | undefined;
        };
        /** Audio output: speech or music. */
        AudioResponseFormat: {
            /** Marks the format of audio. */
            type: "audio";
            /** Audio format. */
            mime_type?: components["schemas"]["AudioResponseFormatMimeType"] | undefined;
            /** Samples per second, in Hz. */
            sample_rate?: number | undefined;
            /** Bits per second. Only for the compressed formats, MP3 and Opus. */
            bit_rate?: number | undefined;
            /** Whether the audio is returned inline or as a URI. */
            delivery?: components["schemas"]["AudioResponseFormatDelivery"] | undefined;
        };
        /** `inline` puts the audio into `data` as base64, `uri` gives its `uri`. */
        AudioResponseFormatDelivery: "inline" | "uri" | (string & {});
        /** Known formats of audio output. `audio/l16` is raw PCM without a header, which is also how speech is streamed. */
        AudioResponseFormatMimeType: "audio/mp3" | "audio/ogg_opus" | "audio/l16" | "audio/wav" | "audio/alaw" | "audio/mulaw" | (string & {});
        /** A shell in the agent's sandbox. Error texts of the service and its page on errors name this tool; no published schema has it. */
        Bash: {
            /** Marks the shell. */
            type: "bash";
        };
        /** Why an input was blocked. */
        BlockReason: "safety" | "other" | "blocklist" | "prohibited_content" | "image_safety" | (string & {});
        /** Which option fits best. */
        ChoiceAnswer: {
            /** Marks this kind of answer. */
            type: "choice";
            /** Id of the most probable option. */
            choice: string;
            /** Probability of the outcome that won, from 0 to 1. */
            confidence: number;
            /** Probability of each option by its id; they add up to 1. */
            probabilities: {
                [key: string]: number;
            };
        };
        /** Which of several options fits best. */
        ChoiceQuestion: {
            /** Marks this kind of question. */
            type: "choice";
            /** What to decide, and by what rules. */
            instructions: components["schemas"]["DecisionInstructions"];
            /** The 2 to 255 options by ids of your own, each with a description or an empty text. */
            criteria: {
                [key: string]: string;
            };
        };
        /** Runs code that the model writes, at the service. Python, since November 2026 also Bash. */
        CodeExecution: {
            /** Marks code execution. */
            type: "code_execution";
        };
        /** Code that the service runs. */
        CodeExecutionCallArguments: {
            /** The source code. */
            code?: string | undefined;
            /** Language of the code. */
            language?: components["schemas"]["Language"] | undefined;
        };
        /** Code that the service runs. */
        CodeExecutionCallDelta: {
            /** Always `code_execution_call`. */
            type: "code_execution_call";
            /** Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["CodeExecutionCallArguments"];
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Code that the service runs for the model. */
        CodeExecutionCallStep: {
            /** Always `code_execution_call`. */
            type: "code_execution_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** The code and its language. Often absent in `step.start`. */
            arguments?: components["schemas"]["CodeExecutionCallArguments"] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Outcome of code that the service ran. */
        CodeExecutionResultDelta: {
            /** Always `code_execution_result`. */
            type: "code_execution_result";
            /** What the code printed, to be appended to what came before. */
            result: string;
            /** Whether the code failed. Default false. */
            is_error?: boolean | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Outcome of code that the service ran. */
        CodeExecutionResultStep: {
            /** Always `code_execution_result`. */
            type: "code_execution_result";
            /** Id of the code execution call that this answers. */
            call_id: string;
            /** What the code printed, or content blocks since November 2026. Often absent in `step.start`. */
            result?: (components["schemas"]["Content"][] | string) | undefined;
            /** Whether the code failed. Default false. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Settings of CodeMender, the agent that finds and fixes vulnerabilities in code. */
        CodeMenderAgentConfig: {
            /** Marks the settings of CodeMender. */
            type: "code-mender";
            /** Id of the model to use, one per session. */
            model?: string | undefined;
            /** Look for vulnerabilities. */
            find_request?: components["schemas"]["FindRequest"] | undefined;
            /** Repair a vulnerability. */
            fix_request?: components["schemas"]["FixRequest"] | undefined;
            /** Groups the interactions of one session. */
            session_id?: string | undefined;
            /** Limits of the session. */
            session_config?: components["schemas"]["SessionConfig"] | undefined;
        };
        /** Lets the model operate a screen by way of predefined functions. */
        ComputerUse: {
            /** Marks computer use. */
            type: "computer_use";
            /** What is operated. */
            environment?: components["schemas"]["EnvironmentEnum"] | undefined;
            /** Names of predefined functions the model must not call. */
            excluded_predefined_functions?: string[] | undefined;
            /** Check what the model sees for prompt injection. */
            enable_prompt_injection_detection?: boolean | undefined;
            /** Safety policies to switch off. */
            disabled_safety_policies?: components["schemas"]["DisabledSafetyPolicy"][] | undefined;
        };
        /** One block of what a user sends or a model answers, distinguished by `type`. Media blocks hold their payload either inline (`data`) or by reference (`uri`). The published `v1` contract leaves video out, although the service takes it there. */
        Content: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["AudioContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["VideoContent"];
        /** A create call that an agent answers. `model` and `generation_config` beside it are a 400. The published `v1` contract leaves out `service_tier`, `environment`, `labels`, `webhook_config` and `continuation_token`. */
        CreateAgentInteraction: {
            /** Id of the agent that answers, built in or custom. Excludes `model`. */
            agent: components["schemas"]["AgentOption"];
            /** The task. Optional in the schema, needed in practice (`v1` requires it). */
            input?: components["schemas"]["InteractionsInput"] | undefined;
            /** Settings of the agent, in place of `generation_config`. With a model it is a 400. */
            agent_config?: components["schemas"]["AgentConfig"] | undefined;
            /** Standing instruction, for this interaction only: send it each turn. Antigravity takes it; deep research rejects it, so put it into `input` there. */
            system_instruction?: string | undefined;
            /** Tools the agent may use, for this interaction only. In deep research the list replaces the default set, and only `google_search`, `url_context`, `code_execution`, `mcp_server` and `file_search` can be used. Antigravity also takes functions. */
            tools?: components["schemas"]["Tool"][] | undefined;
            /** Format of the answer: one format, or a list with at most one entry per modality. Send it each turn. Deep research does not support it; antigravity does, says its guide. */
            response_format?: (components["schemas"]["ResponseFormat"] | components["schemas"]["ResponseFormat"][]) | undefined;
            /** Id of the interaction to continue, stored and no longer running; models and agents may alternate along a chain. `in_progress` gives 400, an expired or unknown id often only a generic 400. Deep research on Vertex is single-turn. */
            previous_interaction_id?: string | undefined;
            /** Answer with server-sent events instead of one JSON object. Default false; the Vertex page on deep research demands true. */
            stream?: boolean | undefined;
            /** Keep the interaction, to read, resume or build on it: 1 day on the free tier, up to 55 days on the paid one, 7 on Vertex. Default true, unless the project says otherwise in AI Studio. `false` forbids `background`. */
            store?: boolean | undefined;
            /** Run apart from the connection; poll or reattach by id. Default false. Needs `store`, otherwise 400. Deep research requires true; antigravity refused true in May 2026 although its guide allows it, and without it GET answers 404 soon after a disconnect. */
            background?: boolean | undefined;
            /** Which capacity to run on. Default `standard`; the interaction reports the tier that was applied. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /**
             * Sandbox to run in: `remote` for a fresh one, the `environment_id` of an earlier interaction to reuse that one, or a configuration. Needed again on each turn, beside `previous_interaction_id`. Deep research ignores it.
             * @example remote
             */
            environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** Your own key-value pairs, in use only on Vertex as far as seen. Keys and values hold at most 63 Unicode code points of lowercase letters, digits, `_` and `-`; a key starts with a letter, a value may be empty. */
            labels?: {
                [key: string]: string;
            } | undefined;
            /** When to block, per harm category; in use only on Vertex as far as seen. The guide of the Gemini API lists custom safety settings as unsupported. */
            safety_settings?: components["schemas"]["SafetySetting"][] | undefined;
            /** Whom to notify when the interaction ends or needs you; useful with `background: true`. */
            webhook_config?: components["schemas"]["WebhookConfig"] | undefined;
            /** Opaque token of an interaction that stopped with `requires_continuation`. In the schema only: the service continues agent runs by itself. Since autumn 2026. */
            continuation_token?: string | undefined;
            /**
             * MIME type of structured output in the dialect that ended on 2026-06-08. Deprecated: set `mime_type` in a text `response_format`.
             * @deprecated
             */
            response_mime_type?: string | undefined;
            /**
             * Kinds of content to answer with. Deprecated: send one `response_format` entry per modality.
             * @deprecated
             */
            response_modalities?: components["schemas"]["ResponseModality"][] | undefined;
        };
        /** One input and the questions about it. The input is read once, however many questions there are. */
        CreateDecisionRequest: {
            /** The model that answers, as `models/{model}`. */
            model: string;
            /** What the questions are about. */
            input: string | components["schemas"]["Content"] | components["schemas"]["Content"][];
            /** The questions by ids of your own; at least one. */
            questions: {
                [key: string]: components["schemas"]["DecisionQuestion"];
            };
        };
        /** The answers, or why there are none. */
        CreateDecisionResponse: {
            /** The answers by the ids of their questions. Absent when the input was blocked. */
            answers?: {
                [key: string]: components["schemas"]["DecisionAnswer"];
            } | undefined;
            /** Why the input was blocked. */
            prompt_feedback?: components["schemas"]["PromptFeedback"] | undefined;
            /** What the answers cost, in tokens. */
            usage?: components["schemas"]["Usage"] | undefined;
        };
        /** A sandbox to create. */
        CreateEnvironmentRequest: {
            /** Id of the sandbox to copy. Then `sources` must be absent. */
            from_environment?: string | undefined;
            /** Files and repositories to put into the sandbox. */
            sources?: components["schemas"]["EnvironmentSource"][] | undefined;
            /** What the sandbox may reach. Without it everything is reachable. */
            network?: (components["schemas"]["EnvironmentNetworkEgressAllowlist"] | components["schemas"]["NetworkEnum"]) | undefined;
        };
        /** Body of create; either a model or an agent answers. Naming both is a 400. */
        CreateInteractionRequest: components["schemas"]["CreateModelInteraction"] | components["schemas"]["CreateAgentInteraction"];
        /** A create call that a model answers. `agent` and `agent_config` beside it are a 400. The published `v1` contract leaves out `service_tier`, `environment`, `labels`, `webhook_config` and `continuation_token`. */
        CreateModelInteraction: {
            /** Id of the model that answers, bare, without `models/` in front. Excludes `agent`. */
            model: components["schemas"]["Model"];
            /** What to answer. Optional in the schema, needed in practice (`v1` requires it); left out only in a continuation, with `continuation_token` and `previous_interaction_id`. */
            input?: components["schemas"]["InteractionsInput"] | undefined;
            /** Standing instruction. Applies to this interaction only, so send it each turn. Deep research rejects it: put it into `input` there. */
            system_instruction?: string | undefined;
            /** Tools that the model or agent may use. They apply to this interaction only, so send them each turn. Deep research accepts built-in tools only, and they replace its default set. */
            tools?: components["schemas"]["Tool"][] | undefined;
            /** How to generate: length, thinking, tool choice, media. Applies to this interaction only, so send it each turn. With an agent it is a 400. */
            generation_config?: components["schemas"]["GenerationConfig"] | undefined;
            /** Format of the answer: one format, or a list with at most one entry per modality. Applies to this interaction only, so send it each turn. Deep research does not support it. */
            response_format?: (components["schemas"]["ResponseFormat"] | components["schemas"]["ResponseFormat"][]) | undefined;
            /** Id of the interaction to continue; the service then knows its history. It must have been stored and no longer be running: `in_progress` gives 400, an expired or unknown id often only the generic 400 "Request contains an invalid argument." */
            previous_interaction_id?: string | undefined;
            /** Respond with server-sent events instead of one JSON object. Default false; the Vertex page on deep research demands true. */
            stream?: boolean | undefined;
            /** Keep the interaction, to read, resume or build on it: 1 day on the free tier, up to 55 days on the paid one, 7 on Vertex. Default true, unless the project says otherwise in AI Studio. `false` forbids `background` and leaves the interaction without an id; Lyria on Vertex needs it. */
            store?: boolean | undefined;
            /** Run independently of the connection; poll or reattach by id. Default false: the run then ends with its request. Needs `store`, otherwise 400. Deep research requires true; some models refuse it with 400. */
            background?: boolean | undefined;
            /** Which capacity to run on. Default `standard`; the interaction reports the tier that was applied. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /**
             * Sandbox to run in: `remote` for a fresh one, the `environment_id` of an earlier interaction to reuse that one, or a configuration. Send it each turn. Deep research ignores it, and models rarely use it.
             * @example remote
             */
            environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** Your own key-value pairs, in use only on Vertex as far as seen. Keys and values hold at most 63 Unicode code points of lowercase letters, digits, `_` and `-`; a key starts with a letter, a value may be empty. */
            labels?: {
                [key: string]: string;
            } | undefined;
            /** When to block, per harm category; in use only on Vertex as far as seen. The guide of the Gemini API lists custom safety settings as unsupported. */
            safety_settings?: components["schemas"]["SafetySetting"][] | undefined;
            /** Whom to notify when the interaction ends or needs you; useful with `background: true`. */
            webhook_config?: components["schemas"]["WebhookConfig"] | undefined;
            /** Opaque token of an interaction that stopped with `requires_continuation`; send the newest one back unchanged. If that one was stored, add `previous_interaction_id` and leave `input` out; with `store: false` repeat `input`. Since autumn 2026. */
            continuation_token?: string | undefined;
            /**
             * Name of an explicit cache, `cachedContents/...`. Deprecated without a replacement: explicit caching is not available on this API.
             * @deprecated
             */
            cached_content?: string | undefined;
            /**
             * MIME type of structured output in the dialect that ended on 2026-06-08. Deprecated: set `mime_type` in a text `response_format`.
             * @deprecated
             */
            response_mime_type?: string | undefined;
            /**
             * Kinds of content to answer with. Deprecated: send one `response_format` entry per modality.
             * @deprecated
             */
            response_modalities?: components["schemas"]["ResponseModality"][] | undefined;
        };
        /** A voice to make, and whether the service keeps it. */
        CreateVoiceRequest: {
            /** Whether the service keeps the voice. Off by default; a `prompted` voice must be kept. */
            store?: boolean | undefined;
            /** The voice. */
            voice: components["schemas"]["VoiceInput"];
        };
        /** A secret that the service keeps for the sandboxes of agents. What is secret about it is never returned. */
        Credential: {
            /** Id of the credential, chosen when it was stored. */
            id: string;
            /** What kind of secret it is. */
            type?: components["schemas"]["CredentialType"] | undefined;
            /** Whether the secret can be used. */
            status?: components["schemas"]["CredentialStatus"] | undefined;
            /**
             * When the credential was stored, RFC 3339 in UTC.
             * Format: date-time
             */
            create_time?: string | undefined;
            /**
             * When the credential was last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            update_time?: string | undefined;
        };
        /** A credential to store; `type` says which kind. */
        CredentialCreateParams: components["schemas"]["EnvironmentVariableConfig"] | components["schemas"]["HttpBearerConfig"] | components["schemas"]["OAuth2Config"];
        /** One page of credentials. */
        CredentialListResponse: {
            /** The credentials of this page. Absent when there are none. */
            credentials?: components["schemas"]["Credential"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** `active` can be used, `revoked` cannot any more. */
        CredentialStatus: "active" | "revoked" | (string & {});
        /** What kind of secret a credential is. */
        CredentialType: "bearer_token" | "oauth2" | "environment_variable" | (string & {});
        /** What to change about a credential; what is absent stays. */
        CredentialUpdate: components["schemas"]["EnvironmentVariableUpdateConfig"] | components["schemas"]["HttpBearerUpdateConfig"] | components["schemas"]["OAuth2UpdateConfig"];
        /** The answer to a closed question; `type` says which kind. */
        DecisionAnswer: components["schemas"]["ChoiceAnswer"] | components["schemas"]["NoulAnswer"] | components["schemas"]["ScoreAnswer"];
        /** A text, a text block, or a list of text blocks. */
        DecisionInstructions: string | components["schemas"]["TextContent"] | components["schemas"]["TextContent"][];
        /** A closed question; `type` says which kind. */
        DecisionQuestion: components["schemas"]["ChoiceQuestion"] | components["schemas"]["NoulQuestion"] | components["schemas"]["ScoreQuestion"];
        /** Settings of a deep research agent. Such a run needs `background: true` and takes up to 60 minutes, mostly far less. */
        DeepResearchAgentConfig: {
            /** Marks the settings of deep research. */
            type: "deep-research";
            /** Whether `thought` steps come with a readable summary. Default `none`. */
            thinking_summaries?: components["schemas"]["ThinkingSummaries"] | undefined;
            /** Whether the report may hold charts and other pictures. Default `auto`. */
            visualization?: components["schemas"]["Visualization"] | undefined;
            /** Answer with a research plan first, and start only when the next turn agrees to it. */
            collaborative_planning?: boolean | undefined;
            /** Let the agent query BigQuery. */
            enable_bigquery_tool?: boolean | undefined;
        };
        /** `disabled`, in place of a list of domains, cuts the sandbox off from the network. Since November 2026. */
        Disabled: "disabled" | (string & {});
        /** A class of actions that computer use guards. `communication_tool` is about mail, chat and meetings. */
        DisabledSafetyPolicy: "financial_transactions" | "sensitive_data_modification" | "communication_tool" | "account_creation" | "data_modification" | "user_consent_management" | "legal_terms_and_agreements" | (string & {});
        /** A document block, such as a PDF or a spreadsheet. */
        DocumentContent: {
            /** Marks a document block. */
            type: "document";
            /** The document file as base64. Set this or `uri`. */
            data?: string | undefined;
            /** Where the service, or the reader of an answer, finds the document. Set this or `data`. */
            uri?: string | undefined;
            /** File format of the document. */
            mime_type?: components["schemas"]["DocumentContentMimeType"] | undefined;
        };
        /** Known document formats. PDF and CSV came first; the Microsoft Office and OpenDocument types have been listed since November 2026. Other strings may appear. */
        DocumentContentMimeType: "application/pdf" | "text/csv" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" | "application/vnd.ms-powerpoint" | "application/vnd.oasis.opendocument.presentation" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/msword" | "application/vnd.openxmlformats-officedocument.wordprocessingml.template" | "application/vnd.oasis.opendocument.text" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.ms-excel" | "application/vnd.oasis.opendocument.spreadsheet" | (string & {});
        /** A document, complete in one delta and a content block of its own. */
        DocumentDelta: {
            /** Always `document`. */
            type: "document";
            /** The document in base64. */
            data?: string | undefined;
            /** Where the service keeps the document, instead of `data`. */
            uri?: string | undefined;
            /** MIME type of the document. */
            mime_type?: components["schemas"]["DocumentContentMimeType"] | undefined;
        };
        /** Settings of a custom agent. Which keys there are beside `type` is up to the agent. */
        DynamicAgentConfig: {
            /** Marks the settings of a custom agent. */
            type: "dynamic";
        } & {
            [key: string]: unknown;
        };
        /** Value of an environment variable, given here or taken from a stored credential. */
        EnvVar: {
            /** The value in plain text. */
            value?: string | undefined;
            /** Id of a stored credential that supplies the value. */
            credential?: string | undefined;
        };
        /** A sandbox to create, or to change when `environment_id` is set. It is put to sleep after about 15 idle minutes and kept for about 7 days after its last use. */
        Environment: {
            /** Marks a sandbox that runs at the service; there is no other kind. */
            type: "remote";
            /** Id of an existing sandbox to use and change, as an interaction returned it. Without it a new one is created. */
            environment_id?: string | undefined;
            /** Files and repositories to put into the sandbox. */
            sources?: components["schemas"]["EnvironmentSource"][] | undefined;
            /** Environment variables by name. A plain string is short for an object with `value`. */
            env?: {
                [key: string]: string | components["schemas"]["EnvVar"];
            } | undefined;
            /** What the sandbox may reach. Without it everything is reachable. */
            network?: (components["schemas"]["EnvironmentNetworkEgressAllowlist"] | components["schemas"]["NetworkEnum"]) | undefined;
        };
        /** What computer use operates. Not the sandbox of an agent. */
        EnvironmentEnum: "browser" | "mobile" | "desktop" | (string & {});
        /** A file or a directory of a sandbox. */
        EnvironmentFile: {
            /** What the entry is. */
            type?: components["schemas"]["EnvironmentFileType"] | undefined;
            /** Name without the directory, such as `main.py`. */
            name?: string | undefined;
            /** Path relative to the root of the sandbox, such as `workspace/src/main.py`. */
            path?: string | undefined;
            /** MIME type of the content. Absent for directories. */
            mime_type?: string | undefined;
            /** Size in bytes. An int64, written as a string. */
            size_bytes?: string | undefined;
            /**
             * When the entry was created, RFC 3339 in UTC.
             * Format: date-time
             */
            created?: string | undefined;
            /**
             * When the entry last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            modified?: string | undefined;
        };
        /** What an entry of a directory is. */
        EnvironmentFileType: "file" | "directory" | (string & {});
        /** Limits outgoing requests to listed domains. */
        EnvironmentNetworkEgressAllowlist: {
            /** Domains that may be reached, or `disabled` for no network at all. */
            allowlist?: (components["schemas"]["AllowlistEntry"][] | components["schemas"]["Disabled"]) | undefined;
        };
        /** A sandbox as the service keeps it. Its id is what an `Environment` names, or a plain string in its place. */
        EnvironmentResource: {
            /** Id of the sandbox, given by the service. */
            id: string;
            /** Whether the sandbox can be used. */
            status?: components["schemas"]["EnvironmentStatus"] | undefined;
            /** Files and repositories that were put into it. */
            sources?: components["schemas"]["EnvironmentSource"][] | undefined;
            /** What the sandbox may reach. Without it everything is reachable. */
            network?: (components["schemas"]["EnvironmentNetworkEgressAllowlist"] | components["schemas"]["NetworkEnum"]) | undefined;
            /** Number of files. An int64, written as a string. */
            file_count?: string | undefined;
            /** Size of all files in bytes. An int64, written as a string. */
            size_bytes?: string | undefined;
            /**
             * When the sandbox was created, RFC 3339 in UTC.
             * Format: date-time
             */
            created?: string | undefined;
            /**
             * When the sandbox last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            updated?: string | undefined;
            /**
             * When the sandbox was last used, RFC 3339 in UTC.
             * Format: date-time
             */
            last_accessed?: string | undefined;
        };
        /** Something to put into a sandbox. Inline sources use `content` and `encoding`, the others `source`. */
        EnvironmentSource: {
            /** Where the source comes from. */
            type?: components["schemas"]["SourceType"] | undefined;
            /** What to fetch: a Cloud Storage path, the address of a repository, or the resource name of a skill. */
            source?: string | undefined;
            /** Path in the sandbox where it appears. */
            target?: string | undefined;
            /** The content itself, for `inline`. */
            content?: string | undefined;
            /**
             * How `content` is encoded, for instance `base64`. Without it, plain text.
             * @example base64
             */
            encoding?: string | undefined;
        };
        /** `active` can be used, `expired` cannot any more. */
        EnvironmentStatus: "active" | "expired" | (string & {});
        /** A value that the code in a sandbox sees as a placeholder; the proxy puts the secret into requests that leave. */
        EnvironmentVariableConfig: {
            /** Id to store it under. */
            id: string;
            /** Marks the value of an environment variable. */
            type: "environment_variable";
            /** The secret. Never returned. */
            value: string;
            /** Where in a request the proxy replaces the placeholder; at least one place. */
            injection_location: components["schemas"]["InjectionLocation"] | components["schemas"]["InjectionLocation"][];
            /** Domains whose requests may carry the secret. */
            trusted_domains?: string[] | undefined;
        };
        /** What to change about the value of an environment variable. */
        EnvironmentVariableUpdateConfig: {
            /** Marks the value of an environment variable. */
            type: "environment_variable";
            /** The new secret. Never returned. */
            value?: string | undefined;
            /** Where in a request the proxy replaces the placeholder; at least one place. */
            injection_location?: (components["schemas"]["InjectionLocation"] | components["schemas"]["InjectionLocation"][]) | undefined;
            /** Domains whose requests may carry the secret. */
            trusted_domains?: string[] | undefined;
        };
        /** One refused request. */
        ErrorBody: {
            /** What went wrong. */
            error: components["schemas"]["ErrorPayload"];
        };
        /** Names of errors, as hints; the service has others. First those of a request, from `safety` on those of a blocked prompt or answer, from `malformed_function_call` on those of a failed generation. The last two are on the wire, though not on the service's page on errors. */
        ErrorCode: "invalid_request" | "failed_precondition" | "out_of_range" | "parameter_unknown" | "authentication" | "payment_required" | "permission_denied" | "not_found" | "model_not_found" | "already_exists" | "aborted" | "rate_limit_exceeded" | "quota_exceeded" | "too_many_requests" | "cancelled" | "api_error" | "unimplemented" | "service_unavailable" | "deadline_exceeded" | "safety" | "recitation" | "language" | "prohibited_content" | "spii" | "blocklist" | "image_safety" | "image_prohibited_content" | "image_recitation" | "image_other" | "content_blocked" | "malformed_function_call" | "malformed_tool_call" | "unexpected_tool_call" | "no_image" | "too_many_tool_calls" | "missing_thought_signature" | "gateway_timeout" | "not_implemented" | (string & {});
        /** One fact about an error; `@type` says which of the other fields are set. Names are camelCase here, unlike everywhere else in this API. */
        ErrorDetail: {
            /** Kind of the fact, a type URL that ends in a name such as `google.rpc.ErrorInfo`, `QuotaFailure`, `RetryInfo`, `Help`, `BadRequest` or `LocalizedMessage`. More kinds may appear. */
            "@type": string;
            /** Cause in upper case, such as `API_KEY_INVALID`, which comes with HTTP 400 rather than 401. `ErrorInfo` only. */
            reason?: string | undefined;
            /** Service that defines `reason`, such as `googleapis.com`. `ErrorInfo` only. */
            domain?: string | undefined;
            /** Values that belong to `reason`, by name. `ErrorInfo` only. */
            metadata?: {
                [key: string]: string;
            } | undefined;
            /** How long to wait before a retry, in decimal seconds such as `26s`. `RetryInfo` only. */
            retryDelay?: string | undefined;
            /** The quotas that were exceeded. `QuotaFailure` only. */
            violations?: components["schemas"]["QuotaViolation"][] | undefined;
            /** The fields of the request that were refused. `BadRequest` only. */
            fieldViolations?: components["schemas"]["FieldViolation"][] | undefined;
            /** Pages that help to solve the problem. `Help` only. */
            links?: components["schemas"]["HelpLink"][] | undefined;
            /** BCP 47 language of `message`. `LocalizedMessage` only. */
            locale?: string | undefined;
            /** Explanation in that language, for people. `LocalizedMessage` only. */
            message?: string | undefined;
        } & {
            [key: string]: unknown;
        };
        /** An error after the stream has begun. With a payload it ends the stream, though a background run may continue, so ask with a get. Without one it is noise. */
        ErrorEvent: {
            /** Always `error`. */
            event_type: "error";
            /** What went wrong. Absent in events that have no meaning. */
            error?: components["schemas"]["InteractionError"] | undefined;
            /** Opaque position in the stream; send it as `last_event_id` to continue after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** What went wrong, in either of two forms. The Interactions backend sends a string `code` and a message; the front end (bad key, quota, unknown method) sends a number with `status` and `details`. */
        ErrorPayload: {
            /** A snake_case name such as `invalid_request` or `rate_limit_exceeded`, or the HTTP status as a number. Prefer the HTTP status of the response, except to distinguish errors that share one. */
            code: components["schemas"]["ErrorCode"] | number;
            /** Explanation in English, for people. An expired or unknown `previous_interaction_id` often gives no more than a general one. */
            message: string;
            /** Name of the gRPC status in upper case, such as `INVALID_ARGUMENT` or `UNAVAILABLE`. Only beside a numeric `code`. */
            status?: string | undefined;
            /** Machine-readable facts. Only beside a numeric `code`. */
            details?: components["schemas"]["ErrorDetail"][] | undefined;
        };
        /** Body of a response with status 4xx or 5xx. The front end sometimes wraps it in an array of one, mostly for streams; an array also comes unframed when a stream is cut after 600 seconds. Load balancers may send HTML, plain text or nothing instead. */
        ErrorResponse: components["schemas"]["ErrorBody"] | components["schemas"]["ErrorBody"][];
        /** Search by Exa. */
        ExaAISearchConfig: {
            /** Your Exa API key. It goes to the service with each request. */
            api_key: string;
            /** Further parameters of Exa's search API, handed on as they are. */
            custom_config?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** One refused field of a request. */
        FieldViolation: {
            /** Path of the field in the request body. */
            field?: string | undefined;
            /** Why it was refused. */
            description?: string | undefined;
        };
        /** A stored file that backs a range of the text. File search reports what it found only here; its result step is empty. */
        FileCitation: {
            /** Marks the citation of a file. */
            type: "file_citation";
            /** Name of the file. */
            file_name?: string | undefined;
            /** Where the file lies. */
            document_uri?: string | undefined;
            /** Page that is cited, for documents with pages. */
            page_number?: number | undefined;
            /** Id of the cited image, for image citations. */
            media_id?: string | undefined;
            /** The source that the range is attributed to. */
            source?: string | undefined;
            /** Your own metadata of the retrieved passage. */
            custom_metadata?: {
                [key: string]: unknown;
            } | undefined;
            /** First byte of the range, counted in the UTF-8 text. */
            start_index?: number | undefined;
            /** First byte after the range (exclusive), counted in the UTF-8 text. */
            end_index?: number | undefined;
        };
        /** A file handed over to CodeMender. */
        FileContent: {
            /** Path relative to the root of the project. */
            path?: string | undefined;
            /** Text of the file. */
            content?: string | undefined;
        };
        /** Searches your file search stores. What it finds comes as citations on the text. */
        FileSearch: {
            /** Marks file search. */
            type: "file_search";
            /** Names of the stores to search. */
            file_search_store_names?: string[] | undefined;
            /** Filter over the metadata of documents and chunks. */
            metadata_filter?: string | undefined;
            /** How many chunks to retrieve. */
            top_k?: number | undefined;
        };
        /** A search in file search stores. */
        FileSearchCallDelta: {
            /** Always `file_search_call`. */
            type: "file_search_call";
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** A search in file search stores that the service makes for the model. The queries are not shown. */
        FileSearchCallStep: {
            /** Always `file_search_call`. */
            type: "file_search_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** One result of a search in file search stores. Its members are not documented. */
        FileSearchResult: {
            [key: string]: unknown;
        };
        /** Outcome of a search in file search stores. */
        FileSearchResultDelta: {
            /** Always `file_search_result`. */
            type: "file_search_result";
            /** Entries to add to the result, as opaque objects. */
            result: components["schemas"]["FileSearchResult"][];
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** End of a search in file search stores. The sources that the answer uses are file citations on its text. */
        FileSearchResultStep: {
            /** Always `file_search_result`. */
            type: "file_search_result";
            /** Id of the file search call that this answers. */
            call_id: string;
            /** What the deltas of a stream add up to, as opaque objects. The published schema has it on the delta only, so expect it nowhere else. */
            result?: components["schemas"]["FileSearchResult"][] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Files of the agent's sandbox. Error texts of the service and its page on errors name this tool; no published schema has it. */
        Filesystem: {
            /** Marks the filesystem tool. */
            type: "filesystem";
        };
        /** Conditions a passage must meet. */
        Filter: {
            /** Filter over the metadata. */
            metadata_filter?: string | undefined;
            /** Vector distance a passage must stay below. */
            vector_distance_threshold?: number | undefined;
            /** Vector similarity a passage must exceed. */
            vector_similarity_threshold?: number | undefined;
        };
        /** What CodeMender is to look for, and where. */
        FindRequest: {
            /** How thoroughly to look. */
            mode?: components["schemas"]["Mode"] | undefined;
            /** Context or instructions that guide the analysis, in words. */
            description?: string | undefined;
            /** Files to look at. */
            source_files?: components["schemas"]["FileContent"][] | undefined;
            /** Id of the one finding to check, mainly in mode `verify`. */
            finding_id?: string | undefined;
        };
        /** What CodeMender is to repair. */
        FixRequest: {
            /** Id of the finding to repair, from an earlier search. */
            finding_id?: string | undefined;
            /** Context or instructions that guide the patch, in words. */
            description?: string | undefined;
            /** Files the patch is about, usually those with the vulnerability. */
            source_files?: components["schemas"]["FileContent"][] | undefined;
        };
        /** A function to run. With status `requires_action` run those that have no `function_result` yet and send their results in a new create. Sandbox agents also list calls that the service ran itself. */
        FunctionCallStep: {
            /** Always `function_call`. */
            type: "function_call";
            /** Id of the call, to be repeated as `call_id` of the result. A short random string. */
            id: string;
            /** Name of the function, as declared in `tools`. */
            name: string;
            /** Arguments by parameter name. Usually `{}` in `step.start`, with the real ones streamed as text by `arguments_delta`. */
            arguments: {
                [key: string]: unknown;
            };
            /** Written by this client, never by the service: the arguments of a streamed call as the model wrote them, where they are not a JSON object, as when the run was cut off inside them. The step then has no `arguments`. The client never sends it. */
            readonly unparsed_arguments?: string | undefined;
            /** Opaque proof in base64, often an empty string. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Result of a function that a sandbox agent ran. */
        FunctionResultDelta: {
            /** Always `function_result`. */
            type: "function_result";
            /** Name of the function that ran. */
            name?: string | undefined;
            /** What the function returned. A second delta adds to text or to a list and replaces an object. */
            result: components["schemas"]["ToolResult"];
            /** Whether the function failed. Default false. */
            is_error?: boolean | undefined;
        };
        /** What a function returned. Sent by the client to answer a `function_call`, and by the service for functions that a sandbox agent ran. */
        FunctionResultStep: {
            /** Always `function_result`. */
            type: "function_result";
            /** The `id` of the function call that this answers. */
            call_id: string;
            /** Name of the function that ran. */
            name?: string | undefined;
            /** What the function returned, or the text of its error. */
            result: components["schemas"]["ToolResult"];
            /** Whether the function failed. Default false. */
            is_error?: boolean | undefined;
        };
        /** One block of a tool result. Audio, document and video have been listed since November 2026; before that it was text and image only. */
        FunctionResultSubcontent: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["AudioContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["VideoContent"];
        /** A function of yours. A call ends the interaction with `requires_action`; answer with a `function_result` step in a new one. Deep research rejects functions. */
        FunctionTool: {
            /** Marks a function. */
            type: "function";
            /** Name by which the model calls the function. Optional in the schema, needed in practice. */
            name?: string | undefined;
            /** What the function does and when to call it, for the model to read. */
            description?: string | undefined;
            /** JSON Schema of the arguments. String lengths, property counts, `uniqueItems` and `contains` are ignored; leave out an empty `required` list, which early versions rejected. */
            parameters?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** How a model generates. Counts for one interaction and is not inherited; agents take `agent_config` instead. The published `v1` contract has neither the media settings nor the deprecated fields. `presence_penalty`, `frequency_penalty` and `thinking_budget` are refused. */
        GenerationConfig: {
            /** Most tokens to generate, thinking included. An interaction that reaches it ends as `incomplete`. Above 65,536 it takes several hops, with `background: true`; each hop is a `model_output` step. */
            max_output_tokens?: number | undefined;
            /** How much the model thinks. Thinking is on by default; a level the model does not know is a 400. */
            thinking_level?: components["schemas"]["ThinkingLevel"] | undefined;
            /** Whether `thought` steps come with a readable summary. Without `auto` they carry only a signature. */
            thinking_summaries?: components["schemas"]["ThinkingSummaries"] | undefined;
            /** Whether the model may, must or must not call tools; the object form names the tools. */
            tool_choice?: (components["schemas"]["ToolChoiceConfig"] | components["schemas"]["ToolChoiceType"]) | undefined;
            /** Start value of the random numbers, for repeatable output. The service heeds it. */
            seed?: number | undefined;
            /** Texts at which the output stops. */
            stop_sequences?: string[] | undefined;
            /** Voices of spoken output, one entry per speaker. The object form wraps the same list. */
            speech_config?: (components["schemas"]["SpeakerConfig"] | components["schemas"]["SpeechConfig"][]) | undefined;
            /** Turns on speech recognition and sets it up. */
            transcription_config?: components["schemas"]["TranscriptionConfig"] | undefined;
            /** What a video model is to do. The form of the result belongs into a video `response_format`. */
            video_config?: components["schemas"]["VideoConfig"] | undefined;
            /**
             * Randomness of sampling. Deprecated without a replacement and not in `v1`; a model asked in August 2026 accepted and ignored it.
             * @deprecated
             */
            temperature?: number | undefined;
            /**
             * Nucleus sampling, the cumulative probability to sample from. Deprecated on 2026-07-21 without a replacement; not in `v1`.
             * @deprecated
             */
            top_p?: number | undefined;
            /**
             * How many of the most probable tokens to sample from. Deprecated on 2026-07-21, together with `temperature` and `top_p`; in no document, though the service takes it.
             * @deprecated
             */
            top_k?: number | undefined;
            /**
             * Shape and size of generated images. Deprecated; use an image `response_format`.
             * @deprecated
             */
            image_config?: components["schemas"]["ImageConfig"] | undefined;
        };
        /** What is in a directory, or facts about one file. */
        GetEnvironmentFilesResponse: {
            /** The entries of the directory, or the one file. */
            files?: components["schemas"]["EnvironmentFile"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** Google Maps. Its places come in the result step and as citations on the text. */
        GoogleMaps: {
            /** Marks Google Maps. */
            type: "google_maps";
            /** Latitude of the user, in degrees. */
            latitude?: number | undefined;
            /** Longitude of the user, in degrees. */
            longitude?: number | undefined;
            /** Return a token with the result that a Google Maps widget can show. */
            enable_widget?: boolean | undefined;
        };
        /** Which places the service searches for. */
        GoogleMapsCallArguments: {
            /** The search queries that the model wrote. */
            queries?: string[] | undefined;
        };
        /** Place searches that the service makes. */
        GoogleMapsCallDelta: {
            /** Always `google_maps_call`. */
            type: "google_maps_call";
            /** Arguments, to be merged key by key into those of the step. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Place searches that the service makes for the model. */
        GoogleMapsCallStep: {
            /** Always `google_maps_call`. */
            type: "google_maps_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** The queries. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Places that a search found. */
        GoogleMapsResult: {
            /** The places found. */
            places?: components["schemas"]["GoogleMapsResultPlaces"][] | undefined;
            /** Opaque token to show the places in a Google Maps widget, if the tool had `enable_widget` set. */
            widget_context_token?: string | undefined;
        };
        /** Places that the service found. */
        GoogleMapsResultDelta: {
            /** Always `google_maps_result`. */
            type: "google_maps_result";
            /** Entries to add to the result. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** One place. */
        GoogleMapsResultPlaces: {
            /** Name to show. */
            name?: string | undefined;
            /** Id of the place in Google Maps. */
            place_id?: string | undefined;
            /** Page of the place in Google Maps. */
            url?: string | undefined;
            /** Reviews that the answer draws on. */
            review_snippets?: components["schemas"]["ReviewSnippet"][] | undefined;
        };
        /** Places that the service found. */
        GoogleMapsResultStep: {
            /** Always `google_maps_result`. */
            type: "google_maps_result";
            /** Id of the place search that this answers. */
            call_id: string;
            /** The places found. Often absent in `step.start`. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Google Search. Its sources come as citations on the text; the result step holds only suggestions. */
        GoogleSearch: {
            /** Marks Google Search. */
            type: "google_search";
            /** Which searches are allowed. The default is undocumented. */
            search_types?: components["schemas"]["GoogleSearchSearchType"][] | undefined;
        };
        /** What the service searches for. */
        GoogleSearchCallArguments: {
            /** The search queries that the model wrote. */
            queries?: string[] | undefined;
        };
        /** Searches that the service makes. */
        GoogleSearchCallDelta: {
            /** Always `google_search_call`. */
            type: "google_search_call";
            /** Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["GoogleSearchCallArguments"];
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Searches that the service makes for the model. */
        GoogleSearchCallStep: {
            /** Always `google_search_call`. */
            type: "google_search_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** The queries. Often absent in `step.start`. */
            arguments?: components["schemas"]["GoogleSearchCallArguments"] | undefined;
            /** Which index is searched. */
            search_type?: components["schemas"]["GoogleSearchSearchType"] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** What a search gives besides the sources, which are annotations on the text. */
        GoogleSearchResult: {
            /** HTML of suggestions for further searches, meant to be shown with the answer. */
            search_suggestions?: string | undefined;
        };
        /** Outcome of searches. Can be several megabytes in a single event. */
        GoogleSearchResultDelta: {
            /** Always `google_search_result`. */
            type: "google_search_result";
            /** Entries to add to the result. Sometimes absent. */
            result?: components["schemas"]["GoogleSearchResult"][] | undefined;
            /** Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Outcome of searches. The sources that the answer uses are annotations on its text, not here. */
        GoogleSearchResultStep: {
            /** Always `google_search_result`. */
            type: "google_search_result";
            /** Id of the search call that this answers. */
            call_id: string;
            /** Suggestions for further searches. Often absent in `step.start`. */
            result?: components["schemas"]["GoogleSearchResult"][] | undefined;
            /** Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** `web_search` gives text, `image_search` gives images, `enterprise_web_search` searches the web for enterprises. */
        GoogleSearchSearchType: "web_search" | "image_search" | "enterprise_web_search" | (string & {});
        /** Calls of one grounding tool during a run. */
        GroundingToolCount: {
            /** Which tool ran. */
            type?: components["schemas"]["GroundingToolCountType"] | undefined;
            /** Number of calls. */
            count?: number | undefined;
        };
        /** Tool that grounds an answer in sources outside the model. */
        GroundingToolCountType: "google_search" | "google_maps" | "retrieval" | (string & {});
        /** A category of harm. The `image_` ones are about images, `jailbreak` is about prompts that try to get past the filters. `civic_integrity` is deprecated: its filter was withdrawn. */
        HarmCategory: "hate_speech" | "dangerous_content" | "harassment" | "sexually_explicit" | "civic_integrity" | "image_hate" | "image_dangerous_content" | "image_harassment" | "image_sexually_explicit" | "jailbreak" | (string & {});
        /** One page that helps to solve a problem. */
        HelpLink: {
            /** What the page offers. */
            description?: string | undefined;
            /** Where the page is. */
            url?: string | undefined;
        };
        /** A token that the proxy of a sandbox adds to requests as a header. */
        HttpBearerConfig: {
            /** Id to store it under. */
            id: string;
            /** Marks a token in a header. */
            type: "bearer_token";
            /** The token. Never returned. */
            token: string;
            /** Name of the header. By default `Authorization`. */
            header_name?: string | undefined;
            /** What goes before the token. By default `Bearer`; an empty text for nothing. */
            prefix?: string | undefined;
        };
        /** What to change about a token in a header. */
        HttpBearerUpdateConfig: {
            /** Marks a token in a header. */
            type: "bearer_token";
            /** The new token. Never returned. */
            token?: string | undefined;
            /** Name of the header. By default `Authorization`. */
            header_name?: string | undefined;
            /** What goes before the token. By default `Bearer`; an empty text for nothing. */
            prefix?: string | undefined;
        };
        /** Dense and sparse vector search together. */
        HybridSearch: {
            /** Weight between the results of dense and of sparse search. */
            alpha?: number | undefined;
        };
        /**
         * Shape and size of generated images. Deprecated; use an image `response_format`.
         * @deprecated
         */
        ImageConfig: {
            /** Width to height. Without it the model chooses, guided by the images it is given. */
            aspect_ratio?: components["schemas"]["ImageResponseFormatAspectRatio"] | undefined;
            /** Size of the image. Default `1K`. */
            image_size?: components["schemas"]["ImageResponseFormatImageSize"] | undefined;
        };
        /** An image block. */
        ImageContent: {
            /** Marks an image block. */
            type: "image";
            /** The image file as base64. Set this or `uri`. */
            data?: string | undefined;
            /** Where the service, or the reader of an answer, finds the image. Set this or `data`. */
            uri?: string | undefined;
            /** File format of the image. */
            mime_type?: components["schemas"]["ImageContentMimeType"] | undefined;
            /** How finely the model looks at the image. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
        };
        /** Known image formats. Other strings may appear. */
        ImageContentMimeType: "image/png" | "image/jpeg" | "image/webp" | "image/heic" | "image/heif" | "image/gif" | "image/bmp" | "image/tiff" | (string & {});
        /** An image, complete in one delta and a content block of its own. */
        ImageDelta: {
            /** Always `image`. */
            type: "image";
            /** The image in base64, up to some megabytes in a single event. */
            data?: string | undefined;
            /** Where the service keeps the image, instead of `data`. */
            uri?: string | undefined;
            /** MIME type of the image. */
            mime_type?: components["schemas"]["ImageContentMimeType"] | undefined;
            /** Resolution at which a model reads the image. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
        };
        /** Image output. */
        ImageResponseFormat: {
            /** Marks the format of images. */
            type: "image";
            /** Width to height. */
            aspect_ratio?: components["schemas"]["ImageResponseFormatAspectRatio"] | undefined;
            /** Size of the image. */
            image_size?: components["schemas"]["ImageResponseFormatImageSize"] | undefined;
            /** File format of the image. */
            mime_type?: components["schemas"]["ImageResponseFormatMimeType"] | undefined;
            /** Whether the image is returned inline or as a URI. */
            delivery?: components["schemas"]["ImageResponseFormatDelivery"] | undefined;
        };
        /** Width to height of an image. Which ratios a model offers depends on the model. */
        ImageResponseFormatAspectRatio: "1:1" | "2:3" | "3:2" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "1:8" | "8:1" | "1:4" | "4:1" | (string & {});
        /** `inline` puts the image into `data` as base64, `uri` gives its `uri`. */
        ImageResponseFormatDelivery: "inline" | "uri" | (string & {});
        /** Size class of an image. `512` is a string and means pixels. */
        ImageResponseFormatImageSize: "512" | "1K" | "2K" | "4K" | (string & {});
        /** Known formats of image output; so far only JPEG. */
        ImageResponseFormatMimeType: "image/jpeg" | (string & {});
        /** A part of a request. */
        InjectionLocation: "header" | "query" | "body" | (string & {});
        /** One call of a model or an agent, with its state and the steps it produced. The service may leave out every field but `status`. */
        Interaction: {
            /** Opaque id, `v1_` and some 60 to 90 URL-safe characters. Needed to get, cancel, delete or continue the interaction. Absent with `store` false. */
            id?: string | undefined;
            /** State of the run when this response was sent. */
            status: components["schemas"]["InteractionStatus"];
            /** Always `interaction`. */
            object?: string | undefined;
            /** Model that ran, as named in the request. Absent when an agent ran. */
            model?: components["schemas"]["Model"] | undefined;
            /** Agent that ran, as named in the request. Absent when a model ran. */
            agent?: components["schemas"]["AgentOption"] | undefined;
            /** What happened, in order. The response to a create contains only the newly generated steps; a get returns the whole timeline with the `user_input` steps. Absent while a run has produced nothing. */
            steps?: components["schemas"]["Step"][] | undefined;
            /** Tokens the run used so far. May be absent until the run has ended. */
            usage?: components["schemas"]["Usage"] | undefined;
            /**
             * When the interaction was created, RFC 3339 in UTC with a precision of seconds. Background agents may set it together with `updated` at the end, so the two do not measure a duration.
             * Format: date-time
             */
            created?: string | undefined;
            /**
             * When the interaction last changed, RFC 3339 in UTC with a precision of seconds.
             * Format: date-time
             */
            updated?: string | undefined;
            /** Id of the interaction that this one continues. */
            previous_interaction_id?: string | undefined;
            /** Tier that was applied, which need not be the one asked for. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /** What went wrong, mostly with status `failed`. */
            errors?: components["schemas"]["InteractionError"][] | undefined;
            /** Opaque base64 token, present with status `requires_continuation`. Send it back unchanged in the next create to let the model continue. Since autumn 2026. */
            continuation_token?: string | undefined;
            /** Id of the sandbox that the agent used, only if the request configured an `environment`. Send it as `environment` to use the sandbox again. */
            environment_id?: string | undefined;
            /** Input of the request. Present only if the get asked for it with `include_input`. */
            input?: components["schemas"]["InteractionsInput"] | undefined;
            /** System instruction of the request; usually absent here. A later interaction does not inherit it. */
            system_instruction?: string | undefined;
            /** Tools of the request; usually absent here. A later interaction does not inherit them. */
            tools?: components["schemas"]["Tool"][] | undefined;
            /** Model settings of the request; usually absent here, and always with an agent. */
            generation_config?: components["schemas"]["GenerationConfig"] | undefined;
            /** Agent settings of the request; usually absent here, and always with a model. */
            agent_config?: components["schemas"]["AgentConfig"] | undefined;
            /** Output formats asked for in the request, one or a list with at most one per modality; usually absent here. */
            response_format?: (components["schemas"]["ResponseFormat"] | components["schemas"]["ResponseFormat"][]) | undefined;
            /** Labels of the request by key; usually absent here. */
            labels?: {
                [key: string]: string;
            } | undefined;
            /** Safety thresholds of the request; usually absent here. */
            safety_settings?: components["schemas"]["SafetySetting"][] | undefined;
            /** Sandbox of the request, as a configuration, an environment id or `remote`; usually absent here. The sandbox that was really used is in `environment_id`. */
            environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** Webhook settings of the request; usually absent here. */
            webhook_config?: components["schemas"]["WebhookConfig"] | undefined;
            /** Always `model`. Sent by Vertex now and then; without meaning. */
            role?: string | undefined;
            /**
             * Cache named in the request. Explicit caching is not available in this API.
             * @deprecated
             */
            cached_content?: string | undefined;
            /**
             * MIME type asked for in the request. Replaced by `response_format`.
             * @deprecated
             */
            response_mime_type?: string | undefined;
            /**
             * Kinds of output asked for in the request. Replaced by one entry of `response_format` per modality.
             * @deprecated
             */
            response_modalities?: components["schemas"]["ResponseModality"][] | undefined;
            /**
             * Output in the dialect before steps. Only `lyria-3-clip-preview` and `lyria-3-pro-preview` may still answer this way since 2026-06-08. Replaced by `steps`.
             * @deprecated
             */
            outputs?: components["schemas"]["LegacyContent"][] | undefined;
        };
        /** Last event of a stream. It says that the stream is over, not that the run succeeded, so look at `interaction.status`. */
        InteractionCompletedEvent: {
            /** Always `interaction.completed`. */
            event_type: "interaction.completed";
            /** The interaction at its end, normally without steps. Deep research leaves out `usage` too; a get a few seconds later has it. */
            interaction: components["schemas"]["InteractionSseEventInteraction"];
            /** Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** Opaque position in the stream, see the other events. Vertex has been seen to put it into `interaction` instead. */
            event_id?: string | undefined;
        };
        /** First event of a stream. Normally left out when a stream is resumed with `last_event_id`. */
        InteractionCreatedEvent: {
            /** Always `interaction.created`. */
            event_type: "interaction.created";
            /** The interaction at its start, without steps and usage. */
            interaction: components["schemas"]["InteractionSseEventInteraction"];
            /** Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** Opaque position in the stream; send it as `last_event_id` to continue after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** An error inside a successful response, in an `error` event or in `errors` of an interaction. */
        InteractionError: {
            /** What kind of error it is. */
            code?: components["schemas"]["ErrorCode"] | undefined;
            /** Explanation in English, for people. */
            message?: string | undefined;
        };
        /** The interaction as the first and the last event of a stream show it. */
        InteractionSseEventInteraction: {
            /** Opaque id of the interaction; an empty string or absent with `store` false. */
            id?: string | undefined;
            /** State of the run, `in_progress` in the first event and the final one in the last. May be absent in the first one with `store` false. */
            status?: components["schemas"]["InteractionStatus"] | undefined;
            /** Always `interaction`. */
            object?: string | undefined;
            /** Model that runs. Absent when an agent does. */
            model?: string | undefined;
            /** Agent that runs. Absent when a model does. */
            agent?: string | undefined;
            /** Normally absent, as the deltas delivered the steps. The Antigravity agents send the whole list in the last event, a repetition that must not be added again. */
            steps?: components["schemas"]["Step"][] | undefined;
            /** Tokens of the whole run. In the last event only, and not from deep research. */
            usage?: components["schemas"]["Usage"] | undefined;
            /**
             * When the interaction was created, RFC 3339 in UTC.
             * Format: date-time
             */
            created?: string | undefined;
            /**
             * When the interaction last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            updated?: string | undefined;
            /** Tier that was applied. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /** Opaque base64 token, present with status `requires_continuation`. Send it back unchanged in the next create. Since autumn 2026. */
            continuation_token?: string | undefined;
            /** Id of the sandbox that the agent uses, if the request configured an `environment`. */
            environment_id?: string | undefined;
        };
        /** State of a run. `queued` (waiting for capacity) and `in_progress` mean that it is still running. `requires_action` waits for function results and `requires_continuation` (since autumn 2026) for the continuation token, each in a new create. The rest are final, `incomplete` with usable partial output, for instance at `max_output_tokens`; `budget_exceeded` is deprecated. Treat an unknown value as an end to look into. */
        InteractionStatus: "in_progress" | "requires_action" | "completed" | "failed" | "cancelled" | "incomplete" | "budget_exceeded" | "queued" | "requires_continuation" | (string & {});
        /** The run changed its status. May come at any time, mostly right after the first event. */
        InteractionStatusUpdate: {
            /** Always `interaction.status_update`. */
            event_type: "interaction.status_update";
            /** Id of the interaction; an empty string or absent with `store` false. */
            interaction_id?: string | undefined;
            /** The new status. */
            status: components["schemas"]["InteractionStatus"];
            /** Tokens of the run so far. Since November 2026. */
            usage?: components["schemas"]["Usage"] | undefined;
            /** Opaque base64 checkpoint from which a new create can let the model continue. A completed event without a token makes it invalid. Since November 2026. */
            continuation_token?: string | undefined;
            /** Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** Opaque position in the stream; send it as `last_event_id` to continue after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** One event of a stream, in today's dialect or in the one before steps. Unknown event types may appear and must be skipped. The literal `[DONE]`, no event and not JSON, ends the stream. */
        InteractionStreamEvent: components["schemas"]["InteractionCreatedEvent"] | components["schemas"]["InteractionStatusUpdate"] | components["schemas"]["StepStart"] | components["schemas"]["StepDelta"] | components["schemas"]["StepStop"] | components["schemas"]["InteractionCompletedEvent"] | components["schemas"]["ErrorEvent"] | components["schemas"]["LegacyInteractionStartEvent"] | components["schemas"]["LegacyContentStart"] | components["schemas"]["LegacyContentDelta"] | components["schemas"]["LegacyContentStop"] | components["schemas"]["LegacyInteractionCompleteEvent"];
        /** A plain text, one content block, a list of blocks (one user turn) or a list of steps (a conversation, or the results of function calls); never blocks and steps in one list. With `store: false` send all earlier steps unchanged, except `thought` steps without a signature, which can be a 400. */
        InteractionsInput: string | components["schemas"]["Content"] | components["schemas"]["Content"][] | components["schemas"]["Step"][];
        /** Language of code that the service runs. `bash` since November 2026. */
        Language: "python" | "bash" | (string & {});
        /**
         * Untyped citation, used until typed ones came in March 2026. The service stopped sending this dialect on 2026-06-08. Replaced by `Annotation`.
         * @deprecated
         */
        LegacyAnnotation: {
            /** First byte of the cited part in the UTF-8 text, from 0. */
            start_index?: number | undefined;
            /** Byte after the cited part in the UTF-8 text (exclusive). */
            end_index?: number | undefined;
            /** Where the cited part comes from, for instance a URL or a title. */
            source?: string | undefined;
        };
        /**
         * Code the service runs, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionCallStep`.
         * @deprecated
         */
        LegacyCodeExecutionCallContent: {
            /** Always `code_execution_call`. */
            type: "code_execution_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The code and its language. */
            arguments?: components["schemas"]["CodeExecutionCallArguments"] | undefined;
        };
        /**
         * Code the service runs, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionCallDelta`.
         * @deprecated
         */
        LegacyCodeExecutionCallDelta: {
            /** Always `code_execution_call`. */
            type: "code_execution_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The code and its language. */
            arguments?: components["schemas"]["CodeExecutionCallArguments"] | undefined;
        };
        /**
         * Output of executed code, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionResultStep`.
         * @deprecated
         */
        LegacyCodeExecutionResultContent: {
            /** Always `code_execution_result`. */
            type: "code_execution_result";
            /** Id of the code execution call that this answers. */
            call_id?: string | undefined;
            /** What the code printed. */
            result?: string | undefined;
            /** Whether the code failed. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * Output of executed code. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionResultDelta`.
         * @deprecated
         */
        LegacyCodeExecutionResultDelta: {
            /** Always `code_execution_result`. */
            type: "code_execution_result";
            /** Id of the code execution call that this answers. */
            call_id?: string | undefined;
            /** What the code printed. */
            result?: string | undefined;
            /** Whether the code failed. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * One entry of `outputs` in the dialect before steps, where thoughts and tool traffic stood side by side with text. The service stopped sending this dialect on 2026-06-08; only two music models may still answer with `outputs`. Replaced by `Step`.
         * @deprecated
         */
        LegacyContent: components["schemas"]["LegacyTextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["AudioContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["VideoContent"] | components["schemas"]["LegacyThoughtContent"] | components["schemas"]["LegacyFunctionCallContent"] | components["schemas"]["LegacyFunctionResultContent"] | components["schemas"]["LegacyCodeExecutionCallContent"] | components["schemas"]["LegacyCodeExecutionResultContent"] | components["schemas"]["LegacyURLContextCallContent"] | components["schemas"]["LegacyURLContextResultContent"] | components["schemas"]["LegacyGoogleSearchCallContent"] | components["schemas"]["LegacyGoogleSearchResultContent"] | components["schemas"]["LegacyGoogleMapsCallContent"] | components["schemas"]["LegacyGoogleMapsResultContent"] | components["schemas"]["LegacyMCPServerToolCallContent"] | components["schemas"]["LegacyMCPServerToolResultContent"] | components["schemas"]["LegacyFileSearchCallContent"] | components["schemas"]["LegacyFileSearchResultContent"];
        /**
         * Adds to one entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepDelta`.
         * @deprecated
         */
        LegacyContentDelta: {
            /** Always `content.delta`. */
            event_type: "content.delta";
            /** Position in `outputs` of the entry that the delta belongs to, from 0. */
            index: number;
            /** What is added. */
            delta: components["schemas"]["LegacyContentDeltaData"];
            /** Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * What one `content.delta` event adds to an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepDeltaData`.
         * @deprecated
         */
        LegacyContentDeltaData: components["schemas"]["LegacyTextDelta"] | components["schemas"]["ImageDelta"] | components["schemas"]["AudioDelta"] | components["schemas"]["DocumentDelta"] | components["schemas"]["VideoDelta"] | components["schemas"]["ThoughtSummaryDelta"] | components["schemas"]["ThoughtSignatureDelta"] | components["schemas"]["LegacyTextAnnotationDelta"] | components["schemas"]["LegacyFunctionCallDelta"] | components["schemas"]["LegacyFunctionResultDelta"] | components["schemas"]["LegacyCodeExecutionCallDelta"] | components["schemas"]["LegacyCodeExecutionResultDelta"] | components["schemas"]["LegacyURLContextCallDelta"] | components["schemas"]["LegacyURLContextResultDelta"] | components["schemas"]["LegacyGoogleSearchCallDelta"] | components["schemas"]["LegacyGoogleSearchResultDelta"] | components["schemas"]["LegacyGoogleMapsCallDelta"] | components["schemas"]["LegacyGoogleMapsResultDelta"] | components["schemas"]["LegacyMCPServerToolCallDelta"] | components["schemas"]["LegacyMCPServerToolResultDelta"] | components["schemas"]["LegacyFileSearchCallDelta"] | components["schemas"]["LegacyFileSearchResultDelta"];
        /**
         * Opens one entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepStart`.
         * @deprecated
         */
        LegacyContentStart: {
            /** Always `content.start`. */
            event_type: "content.start";
            /** Position in `outputs`, from 0. */
            index: number;
            /** Initial value of the entry, often no more than its `type`; deltas add to it. */
            content: components["schemas"]["LegacyContent"];
            /** Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * Closes one entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepStop`.
         * @deprecated
         */
        LegacyContentStop: {
            /** Always `content.stop`. */
            event_type: "content.stop";
            /** Position in `outputs` of the entry that is complete, from 0. */
            index: number;
            /** Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * A search in file search stores, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchCallStep`.
         * @deprecated
         */
        LegacyFileSearchCallContent: {
            /** Always `file_search_call`. */
            type: "file_search_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
        };
        /**
         * A search in file search stores. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchCallDelta`.
         * @deprecated
         */
        LegacyFileSearchCallDelta: {
            /** Always `file_search_call`. */
            type: "file_search_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
        };
        /**
         * One passage found in a file search store. The service stopped sending this dialect on 2026-06-08. Replaced by file citations on the text.
         * @deprecated
         */
        LegacyFileSearchResult: {
            /** Title of the file. */
            title?: string | undefined;
            /** The passage. */
            text?: string | undefined;
            /** Name of the store in which it was found. */
            file_search_store?: string | undefined;
        };
        /**
         * Passages found in file search stores, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchResultStep`.
         * @deprecated
         */
        LegacyFileSearchResultContent: {
            /** Always `file_search_result`. */
            type: "file_search_result";
            /** Id of the file search call that this answers. */
            call_id?: string | undefined;
            /** The passages found. */
            result?: components["schemas"]["LegacyFileSearchResult"][] | undefined;
        };
        /**
         * Passages found in file search stores. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchResultDelta`.
         * @deprecated
         */
        LegacyFileSearchResultDelta: {
            /** Always `file_search_result`. */
            type: "file_search_result";
            /** Id of the file search call that this answers. */
            call_id?: string | undefined;
            /** The passages found. */
            result?: components["schemas"]["LegacyFileSearchResult"][] | undefined;
        };
        /**
         * A function the client is asked to run, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `FunctionCallStep`.
         * @deprecated
         */
        LegacyFunctionCallContent: {
            /** Always `function_call`. */
            type: "function_call";
            /** Id of the call, to be repeated as `call_id` of its result. */
            id?: string | undefined;
            /** Name of the function to run. */
            name?: string | undefined;
            /** Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * A whole function call in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by a `function_call` step and `ArgumentsDelta`.
         * @deprecated
         */
        LegacyFunctionCallDelta: {
            /** Always `function_call`. */
            type: "function_call";
            /** Id of the call, to be repeated as `call_id` of its result. */
            id?: string | undefined;
            /** Name of the function to run. */
            name?: string | undefined;
            /** Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * What a function returned, as content. The service stopped sending this dialect on 2026-06-08. Replaced by `FunctionResultStep`.
         * @deprecated
         */
        LegacyFunctionResultContent: {
            /** Always `function_result`. */
            type: "function_result";
            /** Id of the function call that this answers. */
            call_id?: string | undefined;
            /** Name of the function that ran. */
            name?: string | undefined;
            /** What the function returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
            /** Whether the function failed and `result` describes the failure. */
            is_error?: boolean | undefined;
        };
        /**
         * A whole function result in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `FunctionResultDelta`.
         * @deprecated
         */
        LegacyFunctionResultDelta: {
            /** Always `function_result`. */
            type: "function_result";
            /** Id of the function call that this answers. */
            call_id?: string | undefined;
            /** Name of the function that ran. */
            name?: string | undefined;
            /** What the function returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
            /** Whether the function failed and `result` describes the failure. */
            is_error?: boolean | undefined;
        };
        /**
         * Place searches the service makes, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsCallStep`.
         * @deprecated
         */
        LegacyGoogleMapsCallContent: {
            /** Always `google_maps_call`. */
            type: "google_maps_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The queries. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
        };
        /**
         * Place searches the service makes, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsCallDelta`.
         * @deprecated
         */
        LegacyGoogleMapsCallDelta: {
            /** Always `google_maps_call`. */
            type: "google_maps_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The queries. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
        };
        /**
         * Places found, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsResultStep`.
         * @deprecated
         */
        LegacyGoogleMapsResultContent: {
            /** Always `google_maps_result`. */
            type: "google_maps_result";
            /** Id of the place search that this answers. */
            call_id?: string | undefined;
            /** The places found. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * Places found. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsResultDelta`.
         * @deprecated
         */
        LegacyGoogleMapsResultDelta: {
            /** Always `google_maps_result`. */
            type: "google_maps_result";
            /** Id of the place search that this answers. */
            call_id?: string | undefined;
            /** The places found. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * Web searches the service makes, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchCallStep`.
         * @deprecated
         */
        LegacyGoogleSearchCallContent: {
            /** Always `google_search_call`. */
            type: "google_search_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The queries. */
            arguments?: components["schemas"]["GoogleSearchCallArguments"] | undefined;
        };
        /**
         * Web searches the service makes, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchCallDelta`.
         * @deprecated
         */
        LegacyGoogleSearchCallDelta: {
            /** Always `google_search_call`. */
            type: "google_search_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The queries. */
            arguments?: components["schemas"]["GoogleSearchCallArguments"] | undefined;
        };
        /**
         * One search result: `title`, `url` and `rendered_content` at first, `search_suggestions` since March 2026. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchResult`.
         * @deprecated
         */
        LegacyGoogleSearchResult: {
            /** Title of the page found. Until March 2026. */
            title?: string | undefined;
            /** URL of the page found. Until March 2026. */
            url?: string | undefined;
            /** HTML of the search suggestions. Until March 2026, then `search_suggestions`. */
            rendered_content?: string | undefined;
            /** HTML of the search suggestions. Since March 2026. */
            search_suggestions?: string | undefined;
        };
        /**
         * Outcome of web searches, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchResultStep`.
         * @deprecated
         */
        LegacyGoogleSearchResultContent: {
            /** Always `google_search_result`. */
            type: "google_search_result";
            /** Id of the search call that this answers. */
            call_id?: string | undefined;
            /** What the searches returned. */
            result?: components["schemas"]["LegacyGoogleSearchResult"][] | undefined;
            /** Whether the searches failed. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * Outcome of web searches. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchResultDelta`.
         * @deprecated
         */
        LegacyGoogleSearchResultDelta: {
            /** Always `google_search_result`. */
            type: "google_search_result";
            /** Id of the search call that this answers. */
            call_id?: string | undefined;
            /** What the searches returned. */
            result?: components["schemas"]["LegacyGoogleSearchResult"][] | undefined;
            /** Whether the searches failed. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * An interaction in the dialect before steps. The service stopped sending this dialect on 2026-06-08. Replaced by `Interaction`.
         * @deprecated
         */
        LegacyInteraction: {
            /** Opaque id of the interaction; an empty string in streams with `store` false. */
            id: string;
            /** State of the run. This dialect knew no status added after February 2026. */
            status: components["schemas"]["InteractionStatus"];
            /** Always `interaction`. */
            object?: string | undefined;
            /** Model that answered. Absent when an agent did. */
            model?: string | undefined;
            /** Agent that answered. Absent when a model did. */
            agent?: string | undefined;
            /**
             * When the interaction was created, RFC 3339 in UTC.
             * Format: date-time
             */
            created?: string | undefined;
            /**
             * When the interaction last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            updated?: string | undefined;
            /** Always `model`, where present. */
            role?: string | undefined;
            /** What the run produced (text, media, thoughts, tool traffic), in order. */
            outputs?: components["schemas"]["LegacyContent"][] | undefined;
            /** Tokens the run used. The counters are those of today. */
            usage?: components["schemas"]["Usage"] | undefined;
            /** Id of the interaction that this one continued. */
            previous_interaction_id?: string | undefined;
            /** The input of the request, present only if `include_input` asked for it. */
            input?: (string | components["schemas"]["LegacyContent"] | components["schemas"]["LegacyContent"][] | components["schemas"]["LegacyTurn"][]) | undefined;
        };
        /**
         * Last event of a stream; the status says how the run ended. The service stopped sending this dialect on 2026-06-08. Replaced by `InteractionCompletedEvent`.
         * @deprecated
         */
        LegacyInteractionCompleteEvent: {
            /** Always `interaction.complete`. */
            event_type: "interaction.complete";
            /** The interaction at its end. `outputs` was empty here: the content came in the deltas. */
            interaction: components["schemas"]["LegacyInteraction"];
            /** Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * First event of a stream. The service stopped sending this dialect on 2026-06-08. Replaced by `InteractionCreatedEvent`.
         * @deprecated
         */
        LegacyInteractionStartEvent: {
            /** Always `interaction.start`. */
            event_type: "interaction.start";
            /** The interaction at its start, without `outputs`. */
            interaction: components["schemas"]["LegacyInteraction"];
            /** Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * A call the service makes to an MCP server, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolCallStep`.
         * @deprecated
         */
        LegacyMCPServerToolCallContent: {
            /** Always `mcp_server_tool_call`. */
            type: "mcp_server_tool_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** Name of the tool on that server. */
            name?: string | undefined;
            /** Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * A call to an MCP server, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolCallDelta`.
         * @deprecated
         */
        LegacyMCPServerToolCallDelta: {
            /** Always `mcp_server_tool_call`. */
            type: "mcp_server_tool_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** Name of the tool on that server. */
            name?: string | undefined;
            /** Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * What a tool of an MCP server returned, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolResultStep`.
         * @deprecated
         */
        LegacyMCPServerToolResultContent: {
            /** Always `mcp_server_tool_result`. */
            type: "mcp_server_tool_result";
            /** Id of the MCP call that this answers. */
            call_id?: string | undefined;
            /** Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** Name of the tool that ran. */
            name?: string | undefined;
            /** What the tool returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
        };
        /**
         * What a tool of an MCP server returned. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolResultDelta`.
         * @deprecated
         */
        LegacyMCPServerToolResultDelta: {
            /** Always `mcp_server_tool_result`. */
            type: "mcp_server_tool_result";
            /** Id of the MCP call that this answers. */
            call_id?: string | undefined;
            /** Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** Name of the tool that ran. */
            name?: string | undefined;
            /** What the tool returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
        };
        /**
         * Sources of text that was already sent. The service stopped sending this dialect on 2026-06-08, though some mirrors still use this spelling. Replaced by `TextAnnotationDelta`.
         * @deprecated
         */
        LegacyTextAnnotationDelta: {
            /** Always `text_annotation`; today's spelling is `text_annotation_delta`. */
            type: "text_annotation";
            /** Annotations to add. Their offsets count bytes. */
            annotations?: (components["schemas"]["Annotation"] | components["schemas"]["LegacyAnnotation"])[] | undefined;
        };
        /**
         * Text in `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `TextContent` inside a `model_output` step.
         * @deprecated
         */
        LegacyTextContent: {
            /** Always `text`. */
            type: "text";
            /** The text. May be absent in `content.start`, where deltas supply it. */
            text?: string | undefined;
            /** Sources of parts of the text: untyped records at first, typed citations since March 2026. */
            annotations?: (components["schemas"]["Annotation"] | components["schemas"]["LegacyAnnotation"])[] | undefined;
        };
        /**
         * More text. The service stopped sending this dialect on 2026-06-08. Replaced by `TextDelta`.
         * @deprecated
         */
        LegacyTextDelta: {
            /** Always `text`. */
            type: "text";
            /** Text to append to what came before. */
            text?: string | undefined;
            /** Sources of parts of the text. Their offsets count bytes. */
            annotations?: (components["schemas"]["Annotation"] | components["schemas"]["LegacyAnnotation"])[] | undefined;
        };
        /**
         * The model's reasoning, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `ThoughtStep`.
         * @deprecated
         */
        LegacyThoughtContent: {
            /** Always `thought`. */
            type: "thought";
            /** Opaque proof of the thought in base64, to be sent back unchanged. */
            signature?: string | undefined;
            /** Readable summary of the thought, if `thinking_summaries` was `auto`. */
            summary?: components["schemas"]["ThoughtSummaryContent"][] | undefined;
        };
        /**
         * One message of a conversation sent as input. The service refuses this form since 2026-06-08, when it stopped sending this dialect. Replaced by `UserInputStep` and `ModelOutputStep`.
         * @deprecated
         */
        LegacyTurn: {
            /** Who spoke, `user` or `model`. */
            role?: string | undefined;
            /** What was said. */
            content?: (string | components["schemas"]["LegacyContent"][]) | undefined;
        };
        /**
         * Pages the service fetches, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextCallStep`.
         * @deprecated
         */
        LegacyURLContextCallContent: {
            /** Always `url_context_call`. */
            type: "url_context_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The URLs to fetch. */
            arguments?: components["schemas"]["URLContextCallArguments"] | undefined;
        };
        /**
         * Pages the service fetches, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextCallDelta`.
         * @deprecated
         */
        LegacyURLContextCallDelta: {
            /** Always `url_context_call`. */
            type: "url_context_call";
            /** Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** The URLs to fetch. */
            arguments?: components["schemas"]["URLContextCallArguments"] | undefined;
        };
        /**
         * Outcome of fetching pages, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextResultStep`.
         * @deprecated
         */
        LegacyURLContextResultContent: {
            /** Always `url_context_result`. */
            type: "url_context_result";
            /** Id of the URL context call that this answers. */
            call_id?: string | undefined;
            /** One entry per fetched URL. */
            result?: components["schemas"]["URLContextResult"][] | undefined;
            /** Whether the call as a whole failed. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * Outcome of fetching pages. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextResultDelta`.
         * @deprecated
         */
        LegacyURLContextResultDelta: {
            /** Always `url_context_result`. */
            type: "url_context_result";
            /** Id of the URL context call that this answers. */
            call_id?: string | undefined;
            /** One entry per fetched URL. */
            result?: components["schemas"]["URLContextResult"][] | undefined;
            /** Whether the call as a whole failed. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /** One page of environments. */
        ListEnvironmentsResponse: {
            /** The environments of this page. Absent when there are none. */
            environments?: components["schemas"]["EnvironmentResource"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** One page of executions. */
        ListTriggerExecutionsResponse: {
            /** The executions of this page. Absent when there are none. */
            trigger_executions?: components["schemas"]["TriggerExecution"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** One page of triggers. */
        ListTriggersResponse: {
            /** The triggers of this page. Absent when there are none. */
            triggers?: components["schemas"]["Trigger"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** One page of voices. */
        ListVoicesResponse: {
            /** The voices of this page. Absent when there are none. */
            voices?: components["schemas"]["Voice"][] | undefined;
            /** Send it as `page_token`, with the same filters, for the next page. Absent or empty on the last. */
            next_page_token?: string | undefined;
        };
        /** A remote MCP server, called by the service. It must speak streamable HTTP. */
        MCPServer: {
            /** Marks an MCP server. */
            type: "mcp_server";
            /** Your name for the server; steps repeat it as `server_name`. Some agents accept only lowercase letters and digits. */
            name?: string | undefined;
            /** Full address of the MCP endpoint. */
            url?: string | undefined;
            /** Headers the service sends to the server, for instance for authentication. */
            headers?: {
                [key: string]: string;
            } | undefined;
            /** Which tools of the server may be called. */
            allowed_tools?: components["schemas"]["AllowedTools"][] | undefined;
        };
        /** A call that the service makes to a tool of an MCP server. */
        MCPServerToolCallDelta: {
            /** Always `mcp_server_tool_call`. */
            type: "mcp_server_tool_call";
            /** Name of the MCP server, as given in `tools`. */
            server_name: string;
            /** Name of the tool on that server. */
            name: string;
            /** Arguments, to be merged key by key into those of the step. */
            arguments: {
                [key: string]: unknown;
            };
        };
        /** A call that the service makes to a tool of an MCP server. Nothing for the client to do. */
        MCPServerToolCallStep: {
            /** Always `mcp_server_tool_call`. */
            type: "mcp_server_tool_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** Name of the MCP server, as given in `tools`. */
            server_name: string;
            /** Name of the tool on that server. */
            name: string;
            /** Arguments by parameter name. Often absent in `step.start`. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** What a tool of an MCP server returned. */
        MCPServerToolResultDelta: {
            /** Always `mcp_server_tool_result`. */
            type: "mcp_server_tool_result";
            /** Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** Name of the tool that ran. */
            name?: string | undefined;
            /** What the tool returned. A second delta adds to text or to a list and replaces an object. */
            result: components["schemas"]["ToolResult"];
        };
        /** What a tool of an MCP server returned. */
        MCPServerToolResultStep: {
            /** Always `mcp_server_tool_result`. */
            type: "mcp_server_tool_result";
            /** Id of the MCP call that this answers. */
            call_id: string;
            /** Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** Name of the tool that ran. */
            name?: string | undefined;
            /** What the tool returned. Often absent in `step.start`. */
            result?: components["schemas"]["ToolResult"] | undefined;
        };
        /** Level of detail at which the model reads an image or a video frame. More detail costs more input tokens. */
        MediaResolution: "low" | "medium" | "high" | "ultra_high" | (string & {});
        /** `probability` looks at how likely the harm is, `severity` also at how grave. */
        Method: "severity" | "probability" | (string & {});
        /** Tokens of one modality. */
        ModalityTokens: {
            /** Kind of content that the tokens encode. */
            modality?: components["schemas"]["ResponseModality"] | undefined;
            /** Number of tokens. */
            tokens?: number | undefined;
        };
        /** `scan` only classifies and is fast, `verify` goes on to investigate what it found. */
        Mode: "scan" | "verify" | (string & {});
        /** Known model ids, as hints; any other id may be sent. Since 2026-09-18 the 2.5 models are only for projects that used them before; new ones take 3.8 Flash or 3.5 Flash-Lite. Vertex serves some of them, none older than Gemini 3. `gemini-4-argon`, `gemini-4-carbon` and `gemini-4-hydrogen` came on 2026-11-12, `gemini-4-neon` on 2026-11-18: it generates up to 65,536 tokens a hop and ignores `temperature`, `top_p` and `top_k`. `gemini-3-pro-image-preview` and `gemini-3.1-flash-image-preview` are retired. `lyria-3-clip-preview` and `lyria-3-pro-preview` may still answer with `outputs` in place of `steps`. */
        Model: "gemma-4-26b-a4b-it" | "gemma-4-31b-it" | "gemini-flash-latest" | "gemini-flash-lite-latest" | "gemini-pro-latest" | "gemini-2.5-flash" | "gemini-2.5-pro" | "gemini-2.5-flash-lite" | "gemini-3.5-flash-lite" | "gemini-2.5-flash-image" | "gemini-3-flash-preview" | "gemini-3.1-pro-preview" | "gemini-3.1-pro-preview-customtools" | "gemini-3.1-flash-lite" | "gemini-3.1-flash-lite-image" | "gemini-3-pro-image" | "nano-banana-pro-preview" | "gemini-3.1-flash-image" | "gemini-nano-banana-2.1" | "gemini-3.1-flash-tts-preview" | "gemini-3.5-flash" | "gemini-3.6-flash" | "gemini-3.7-flash" | "gemini-3.8-flash" | "gemini-4-argon" | "gemini-4-carbon" | "gemini-4-hydrogen" | "gemini-4-neon" | "gemini-3.8-flash-tts" | "gemini-3.8-flash-lite-tts" | "gemini-3.5-transcribe" | "lyria-3-clip-preview" | "lyria-3-pro-preview" | "gemini-robotics-er-1.6-preview" | "gemini-robotics-er-2-preview" | "lyria-3.5" | "gemini-omni-1.2-flash" | "gemini-omni-1.1-flash" | "gemini-omni-flash-preview" | (string & {});
        /** Tokens of one call of the model. */
        ModelInvocationTokenCount: {
            /** Tokens of the prompt, split by modality. */
            prompt_tokens_details?: components["schemas"]["ModalityTokens"][] | undefined;
            /** Tokens of the answer, split by modality. */
            candidates_tokens_details?: components["schemas"]["ModalityTokens"][] | undefined;
            /** Tokens spent on thinking, split by modality. */
            thoughts_tokens_details?: components["schemas"]["ModalityTokens"][] | undefined;
        };
        /** The answer, or a part of it. One step may hold several blocks of text and media. */
        ModelOutputStep: {
            /** Always `model_output`. */
            type: "model_output";
            /** The parts of the answer, in order. */
            content?: components["schemas"]["Content"][] | undefined;
            /**
             * Why the output is missing or broken. See `errors` of the interaction instead.
             * @deprecated
             */
            error?: components["schemas"]["RpcStatus"] | undefined;
        };
        /** `disabled` cuts the sandbox off from the network. */
        NetworkEnum: "disabled" | (string & {});
        /** Whether something is true. */
        NoulAnswer: {
            /** Marks this kind of answer. */
            type: "noul";
            /** Probability of yes, from 0.01 to 0.99. */
            noul: number;
            /** Probability of the outcome that won, from 0 to 1. */
            confidence: number;
        };
        /** What the two outcomes of a yes-or-no question mean. */
        NoulCriteria: {
            /** When the answer is yes. */
            true_description?: string | undefined;
            /** When the answer is no. */
            false_description?: string | undefined;
        };
        /** Whether something is true. */
        NoulQuestion: {
            /** Marks this kind of question. */
            type: "noul";
            /** What to decide, and by what rules. */
            instructions: components["schemas"]["DecisionInstructions"];
            /** What counts as true, and what as false. */
            criteria?: components["schemas"]["NoulCriteria"] | undefined;
        };
        /** An OAuth 2.0 client and its refresh token; the service renews the access token. */
        OAuth2Config: {
            /** Id to store it under. */
            id: string;
            /** Marks a token that the service renews. */
            type: "oauth2";
            /** Id of the OAuth client. */
            client_id: string;
            /** Secret of the OAuth client. Never returned. */
            client_secret: string;
            /** The token that new ones are had with. Never returned. */
            refresh_token: string;
            /** Address that gives new access tokens. */
            token_url: string;
            /** OAuth scopes to ask for. By default those of the refresh token. */
            scopes?: string[] | undefined;
        };
        /** What to change about a token that the service renews. */
        OAuth2UpdateConfig: {
            /** Marks a token that the service renews. */
            type: "oauth2";
            /** Id of the OAuth client. */
            client_id?: string | undefined;
            /** The new secret of the OAuth client. Never returned. */
            client_secret?: string | undefined;
            /** The new refresh token. Never returned. */
            refresh_token?: string | undefined;
            /** Address that gives new access tokens. */
            token_url?: string | undefined;
            /** OAuth scopes to ask for. */
            scopes?: string[] | undefined;
        };
        /** Search by Parallel. */
        ParallelAISearchConfig: {
            /** Your Parallel API key, if you use your own. It goes to the service with each request. */
            api_key?: string | undefined;
            /** Further parameters of Parallel's search API. */
            custom_config?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** How high a voice is. */
        Pitch: "low" | "medium" | "high" | (string & {});
        /** A Google Maps place that backs a range of the text. */
        PlaceCitation: {
            /** Marks the citation of a place. */
            type: "place_citation";
            /** Name of the place, for display. */
            name?: string | undefined;
            /** Id of the place, in the form `places/{place_id}`. */
            place_id?: string | undefined;
            /** Link to the place. */
            url?: string | undefined;
            /** Parts of user reviews that the answer draws on. */
            review_snippets?: components["schemas"]["ReviewSnippet"][] | undefined;
            /** First byte of the range, counted in the UTF-8 text. */
            start_index?: number | undefined;
            /** First byte after the range (exclusive), counted in the UTF-8 text. */
            end_index?: number | undefined;
        };
        /** Analysis of media that the service begins. */
        ProcessingCallDelta: {
            /** Always `processing_call`. */
            type: "processing_call";
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Analysis of media that the service begins. Its details are not shown. Since 2026. */
        ProcessingCallStep: {
            /** Always `processing_call`. */
            type: "processing_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** `static` takes frames at a fixed rate and puts all of them into the context; `agentic` lets the model move through the video by itself. */
        ProcessingEnum: "static" | "agentic" | (string & {});
        /** End of an analysis of media. */
        ProcessingResultDelta: {
            /** Always `processing_result`. */
            type: "processing_result";
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** End of an analysis of media. Its outcome shows in the answer only. */
        ProcessingResultStep: {
            /** Always `processing_result`. */
            type: "processing_result";
            /** Id of the processing call that this answers. */
            call_id: string;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Why an input was blocked. */
        PromptFeedback: {
            /** The kind of reason. */
            block_reason?: components["schemas"]["BlockReason"] | undefined;
            /** The reason in words. */
            block_reason_message?: string | undefined;
        };
        /** A description that a voice is made from. */
        PromptedVoice: {
            /** How the voice is to sound, or with `base_voice` what to change about that one. */
            input: string;
            /** Id of the voice to begin with, prebuilt or your own. Without it, none. */
            base_voice?: string | undefined;
        };
        /** One exceeded quota. */
        QuotaViolation: {
            /** What is counted, such as requests or input tokens. */
            quotaMetric?: string | undefined;
            /** Id of the limit. It distinguishes a daily quota, where retrying is useless, from one per minute. */
            quotaId?: string | undefined;
            /** What the limit applies to, for instance the model and the location, by name. */
            quotaDimensions?: {
                [key: string]: string;
            } | undefined;
            /** The limit, a 64-bit integer as a string. */
            quotaValue?: string | undefined;
        };
        /** A corpus, or some files of it. */
        RagResource: {
            /** Resource name of the corpus. */
            rag_corpus?: string | undefined;
            /** Ids of the files to search, all in `rag_corpus`. Without any, the whole corpus. */
            rag_file_ids?: string[] | undefined;
        };
        /** How passages are retrieved from a RAG store. */
        RagRetrievalConfig: {
            /** How many passages to retrieve. */
            top_k?: number | undefined;
            /** Which passages count. */
            filter?: components["schemas"]["Filter"] | undefined;
            /** How to mix dense and sparse search. */
            hybrid_search?: components["schemas"]["HybridSearch"] | undefined;
            /** How to rank what was found. */
            ranking?: components["schemas"]["Ranking"] | undefined;
        };
        /** Search in Vertex RAG corpora. */
        RagStoreConfig: {
            /** Corpora to search, as a whole or by file. */
            rag_resources?: components["schemas"]["RagResource"][] | undefined;
            /** How many passages to retrieve, and how to filter and rank them. */
            rag_retrieval_config?: components["schemas"]["RagRetrievalConfig"] | undefined;
            /**
             * How many passages to retrieve. Deprecated; use `rag_retrieval_config.top_k`.
             * @deprecated
             */
            similarity_top_k?: number | undefined;
            /**
             * Vector distance a passage must stay below. Deprecated; use the same field of `rag_retrieval_config.filter`.
             * @deprecated
             */
            vector_distance_threshold?: number | undefined;
        };
        /** Options of the rank service. */
        RankService: {
            /** Model that ranks. */
            model_name?: string | undefined;
        };
        /** Second ranking of the passages, distinguished by `ranking_config`; so far only the rank service. */
        Ranking: {
            /** Marks ranking by the rank service. It plays the part of a `type`. */
            ranking_config: "rank_service";
            /** Options of the rank service. */
            rank_service?: components["schemas"]["RankService"] | undefined;
            /** Model of the rank service, the same as `rank_service.model_name`. */
            model_name?: string | undefined;
        };
        /** Recordings that a voice is made from. */
        ReplicatedVoice: {
            /** The voice to copy. */
            source_audio: components["schemas"]["AudioData"];
            /** The speaker's spoken consent. */
            consent_audio: components["schemas"]["AudioData"];
        };
        /** Lines of a video. Default `720p`. */
        Resolution: "360p" | "720p" | "1080p" | "4k" | (string & {});
        /** Form of one modality of the answer, distinguished by `type`. The untyped object is left over from the bare JSON Schema that ended on 2026-06-08; wrap a schema in a text format instead. */
        ResponseFormat: components["schemas"]["TextResponseFormat"] | components["schemas"]["ImageResponseFormat"] | components["schemas"]["AudioResponseFormat"] | components["schemas"]["VideoResponseFormat"] | {
            [key: string]: unknown;
        };
        /** A kind of content: what a token count is about, and what the deprecated `response_modalities` asks for. */
        ResponseModality: "text" | "image" | "audio" | "video" | "document" | (string & {});
        /** Searches your own or a partner's data; mostly for Vertex. Each kind in `retrieval_types` has a configuration of its own. */
        Retrieval: {
            /** Marks retrieval. */
            type: "retrieval";
            /** Where to search. */
            retrieval_types?: components["schemas"]["RetrievalRetrievalType"][] | undefined;
            /** Configuration of `vertex_ai_search`. */
            vertex_ai_search_config?: components["schemas"]["VertexAISearchConfig"] | undefined;
            /** Configuration of `rag_store`. */
            rag_store_config?: components["schemas"]["RagStoreConfig"] | undefined;
            /** Configuration of `exa_ai_search`. */
            exa_ai_search_config?: components["schemas"]["ExaAISearchConfig"] | undefined;
            /** Configuration of `parallel_ai_search`. */
            parallel_ai_search_config?: components["schemas"]["ParallelAISearchConfig"] | undefined;
        };
        /** What the service searches for. */
        RetrievalCallArguments: {
            /** The search queries that the model wrote. */
            queries?: string[] | undefined;
        };
        /** Searches in a search engine or store of the customer. Mostly Vertex. */
        RetrievalCallDelta: {
            /** Always `retrieval_call`. */
            type: "retrieval_call";
            /** Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["RetrievalCallArguments"];
            /** Which engine is searched. */
            retrieval_type?: components["schemas"]["RetrievalRetrievalType"] | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Searches in a search engine or store of the customer that the service makes for the model. Mostly Vertex; since 2026. */
        RetrievalCallStep: {
            /** Always `retrieval_call`. */
            type: "retrieval_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** The queries. Often absent in `step.start`. */
            arguments?: components["schemas"]["RetrievalCallArguments"] | undefined;
            /** Which engine is searched. */
            retrieval_type?: components["schemas"]["RetrievalRetrievalType"] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** End of such searches. */
        RetrievalResultDelta: {
            /** Always `retrieval_result`. */
            type: "retrieval_result";
            /** Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** End of such searches. What was found is not shown. */
        RetrievalResultStep: {
            /** Always `retrieval_result`. */
            type: "retrieval_result";
            /** Id of the retrieval call that this answers. */
            call_id: string;
            /** Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** A place to search: Vertex AI Search, a Vertex RAG store, or the partners Exa and Parallel. */
        RetrievalRetrievalType: "vertex_ai_search" | "rag_store" | "exa_ai_search" | "parallel_ai_search" | (string & {});
        /** One review of a place. */
        ReviewSnippet: {
            /** Title to show. */
            title?: string | undefined;
            /** Page of the review in Google Maps. */
            url?: string | undefined;
            /** Id of the review in Google Maps. */
            review_id?: string | undefined;
        };
        /** When the earlier secrets end. Until then each delivery carries a signature by each of them. */
        RevocationBehavior: "revoke_previous_secrets_after_h24" | "revoke_previous_secrets_immediately" | (string & {});
        /** How to change the secret of a webhook. */
        RotateSigningSecretRequest: {
            /** When the earlier secrets end. */
            revocation_behavior?: components["schemas"]["RevocationBehavior"] | undefined;
        };
        /** Error in the form of a gRPC status. */
        RpcStatus: {
            /** Number of the gRPC status, 0 to 16; not an HTTP status. */
            code?: number | undefined;
            /** Explanation in English, for people. */
            message?: string | undefined;
            /** Machine-readable facts, each with its kind in `@type`. */
            details?: {
                [key: string]: unknown;
            }[] | undefined;
        };
        /** From which level on one category of harm is blocked. */
        SafetySetting: {
            /** Category the setting is about. */
            type: components["schemas"]["HarmCategory"];
            /** Level from which content is blocked. */
            threshold: components["schemas"]["Threshold"];
            /** Score the threshold is compared with. Default `probability`. */
            method?: components["schemas"]["Method"] | undefined;
        };
        /** How far something goes on a scale. */
        ScoreAnswer: {
            /** Marks this kind of answer. */
            type: "score";
            /** The mean of the levels, weighted by their probabilities. */
            score: number;
            /** Probability of the outcome that won, from 0 to 1. */
            confidence: number;
            /** Probability of each level by its number; they add up to 1. */
            probabilities: {
                [key: string]: number;
            };
            /** Description of each level by its number. */
            legend: {
                [key: string]: string;
            };
        };
        /** How far something goes on a scale. */
        ScoreQuestion: {
            /** Marks this kind of question. */
            type: "score";
            /** What to decide, and by what rules. */
            instructions: components["schemas"]["DecisionInstructions"];
            /** The 2 to 255 levels of the scale, from level 0 up, each described. */
            criteria: string[];
        };
        /** `standard` is the default. `flex` answers 429 or 503 when capacity is short and stays `flex`, so allow it 10 minutes or more; `priority` drops to `standard` when it is full. What `deferred` means is undocumented. */
        ServiceTier: "flex" | "standard" | "priority" | "deferred" | (string & {});
        /** Limits of a CodeMender session. */
        SessionConfig: {
            /** Most rounds the agent may take before it stops. */
            max_rounds?: number | undefined;
        };
        /** A secret that deliveries are signed with, as far as it can be read again. */
        SigningSecret: {
            /** The beginning of the secret, to distinguish it from others. */
            truncated_secret?: string | undefined;
            /**
             * When deliveries stop being signed with it, RFC 3339 in UTC.
             * Format: date-time
             */
            expire_time?: string | undefined;
        };
        /** The `smart` transcription mode. What it does beyond the verbatim one is undocumented. */
        SmartTranscriptionMode: {
            /** Marks the smart mode. */
            type: "smart";
            /** A text that goes with the audio; its use is undocumented. Since November 2026. */
            source_text?: string | undefined;
        };
        /** `gcs` is Cloud Storage, `inline` is content in the request, `repository` is a code repository whose URL prefix names the provider, `skill_registry` is one skill or all skills of a project. */
        SourceType: "gcs" | "inline" | "repository" | "skill_registry" | (string & {});
        /** Object form of `speech_config`. */
        SpeakerConfig: {
            /** One entry per speaker. */
            speakers?: components["schemas"]["SpeechConfig"][] | undefined;
        };
        /** Who speaks a range of the text, and how. */
        SpeechAnnotation: {
            /** Marks a speech annotation. Its value is not the name of the schema. */
            type: "speech_metadata";
            /** Speaker of the range. */
            speaker?: string | undefined;
            /** How speech synthesis is to say the range, in words. */
            style?: string | undefined;
            /** First byte of the range, counted in the UTF-8 text. */
            start_index?: number | undefined;
            /** First byte after the range (exclusive), counted in the UTF-8 text. */
            end_index?: number | undefined;
        };
        /** Voice of one speaker. */
        SpeechConfig: {
            /** Name of a prebuilt voice, or id or key of a custom one. */
            voice?: string | undefined;
            /** Language to speak. */
            language?: string | undefined;
            /** Name of the speaker, the same as in the prompt. */
            speaker?: string | undefined;
        };
        /** A function result as `step.start` opens it. */
        StartedFunctionResultStep: {
            /** Always `function_result`. */
            type: "function_result";
            /** The `id` of the function call that this answers. */
            call_id: string;
            /** Name of the function that ran. */
            name?: string | undefined;
            /** What the function returned. Usually absent here and brought by a delta. */
            result?: components["schemas"]["ToolResult"] | undefined;
            /** Whether the function failed. Default false. */
            is_error?: boolean | undefined;
        };
        /** A step as `step.start` opens it. As `Step`, only that a function result may still lack its `result`, which a delta brings. */
        StartedStep: components["schemas"]["UserInputStep"] | components["schemas"]["ModelOutputStep"] | components["schemas"]["ThoughtStep"] | components["schemas"]["FunctionCallStep"] | components["schemas"]["StartedFunctionResultStep"] | components["schemas"]["CodeExecutionCallStep"] | components["schemas"]["CodeExecutionResultStep"] | components["schemas"]["URLContextCallStep"] | components["schemas"]["URLContextResultStep"] | components["schemas"]["GoogleSearchCallStep"] | components["schemas"]["GoogleSearchResultStep"] | components["schemas"]["GoogleMapsCallStep"] | components["schemas"]["GoogleMapsResultStep"] | components["schemas"]["FileSearchCallStep"] | components["schemas"]["FileSearchResultStep"] | components["schemas"]["MCPServerToolCallStep"] | components["schemas"]["MCPServerToolResultStep"] | components["schemas"]["RetrievalCallStep"] | components["schemas"]["RetrievalResultStep"] | components["schemas"]["ProcessingCallStep"] | components["schemas"]["ProcessingResultStep"];
        /** Frames taken at a fixed rate, all of them put into the context; here with rate and range. */
        StaticMediaProcessing: {
            /** Marks sampling at a fixed rate. */
            type: "static";
            /** Frames to take per second of video. */
            fps?: number | undefined;
            /**
             * Where the range starts, as decimal seconds with the suffix `s`. Not negative.
             * @example 10.5s
             */
            start_offset?: string | undefined;
            /**
             * Where the range ends, as decimal seconds with the suffix `s`. Greater than `start_offset`.
             * @example 30s
             */
            end_offset?: string | undefined;
        };
        /** One thing that happened in an interaction: input, output, a thought, or one half of a tool call. The order need not be causal: Gemini 2.5 lists a search after the text that used it. Unknown types may appear. */
        Step: components["schemas"]["UserInputStep"] | components["schemas"]["ModelOutputStep"] | components["schemas"]["ThoughtStep"] | components["schemas"]["FunctionCallStep"] | components["schemas"]["FunctionResultStep"] | components["schemas"]["CodeExecutionCallStep"] | components["schemas"]["CodeExecutionResultStep"] | components["schemas"]["URLContextCallStep"] | components["schemas"]["URLContextResultStep"] | components["schemas"]["GoogleSearchCallStep"] | components["schemas"]["GoogleSearchResultStep"] | components["schemas"]["GoogleMapsCallStep"] | components["schemas"]["GoogleMapsResultStep"] | components["schemas"]["FileSearchCallStep"] | components["schemas"]["FileSearchResultStep"] | components["schemas"]["MCPServerToolCallStep"] | components["schemas"]["MCPServerToolResultStep"] | components["schemas"]["RetrievalCallStep"] | components["schemas"]["RetrievalResultStep"] | components["schemas"]["ProcessingCallStep"] | components["schemas"]["ProcessingResultStep"];
        /** Adds to an open step. */
        StepDelta: {
            /** Always `step.delta`. */
            event_type: "step.delta";
            /** Position of the step, as in its `step.start`. */
            index: number;
            /** What is added; its `type` says to which part of the step. */
            delta: components["schemas"]["StepDeltaData"];
            /** Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** Opaque position in the stream; send it as `last_event_id` to continue after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** What one `step.delta` event adds to a step. Ids of tool calls come with `step.start` only. Unknown types may appear, also an empty object or one without `type`; skip them. */
        StepDeltaData: components["schemas"]["TextDelta"] | components["schemas"]["TextAnnotationDelta"] | components["schemas"]["LegacyTextAnnotationDelta"] | components["schemas"]["ImageDelta"] | components["schemas"]["AudioDelta"] | components["schemas"]["DocumentDelta"] | components["schemas"]["VideoDelta"] | components["schemas"]["ThoughtSummaryDelta"] | components["schemas"]["ThoughtSignatureDelta"] | components["schemas"]["ArgumentsDelta"] | components["schemas"]["FunctionResultDelta"] | components["schemas"]["CodeExecutionCallDelta"] | components["schemas"]["CodeExecutionResultDelta"] | components["schemas"]["URLContextCallDelta"] | components["schemas"]["URLContextResultDelta"] | components["schemas"]["GoogleSearchCallDelta"] | components["schemas"]["GoogleSearchResultDelta"] | components["schemas"]["GoogleMapsCallDelta"] | components["schemas"]["GoogleMapsResultDelta"] | components["schemas"]["FileSearchCallDelta"] | components["schemas"]["FileSearchResultDelta"] | components["schemas"]["MCPServerToolCallDelta"] | components["schemas"]["MCPServerToolResultDelta"] | components["schemas"]["RetrievalCallDelta"] | components["schemas"]["RetrievalResultDelta"] | components["schemas"]["ProcessingCallDelta"] | components["schemas"]["ProcessingResultDelta"];
        /** Facts that come along with an event. */
        StepDeltaMetadata: {
            /** Tokens of the run so far. */
            total_usage?: components["schemas"]["Usage"] | undefined;
        };
        /** Opens a step. A second start for the same index begins that step anew. */
        StepStart: {
            /** Always `step.start`. */
            event_type: "step.start";
            /** Position among the steps that this interaction generates, from 0. Earlier turns and `user_input` steps do not count. */
            index: number;
            /** Initial value of the step, to which deltas are added. Often no more than `type` and ids, yet it may hold the first text or summary already. */
            step: components["schemas"]["StartedStep"];
            /** Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** Opaque position in the stream; send it as `last_event_id` to continue after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** Closes a step; streamed arguments are complete now. */
        StepStop: {
            /** Always `step.stop`. */
            event_type: "step.stop";
            /** Position of the step, as in its `step.start`. */
            index: number;
            /** Tokens of the run so far. */
            usage?: components["schemas"]["Usage"] | undefined;
            /** Tokens of this step alone. */
            step_usage?: components["schemas"]["Usage"] | undefined;
            /** Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** Opaque position in the stream; send it as `last_event_id` to continue after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** What a video model does. `image_to_video` takes one or two images as first and last frame, `reference_to_video` works from reference media of any kind; `edit`, `extend` and `upscale` change a given video. `upscale` since November 2026. */
        Task: "text_to_video" | "image_to_video" | "reference_to_video" | "edit" | "extend" | "upscale" | (string & {});
        /** Citations and other marks for the last text block. Often one delta with all of them, after the text. */
        TextAnnotationDelta: {
            /** Always `text_annotation_delta`. The earlier spelling `text_annotation` is still in use in some places. */
            type: "text_annotation_delta";
            /** The annotations to add. Their offsets count bytes of the whole block; repetitions occur. */
            annotations?: components["schemas"]["Annotation"][] | undefined;
        };
        /** A text block. */
        TextContent: {
            /** Marks a text block. */
            type: "text";
            /** The text itself. Annotations point into its UTF-8 bytes, not into its characters. */
            text: string;
            /** Citations, speech or word data for ranges of `text`. A stream sends them in deltas of their own, usually after the text, and may repeat one. */
            annotations?: components["schemas"]["Annotation"][] | undefined;
        };
        /** More text, to be appended to the last text block of the step. If the last block is not text, a new one begins. */
        TextDelta: {
            /** Always `text`. */
            type: "text";
            /** The text to append. */
            text: string;
        };
        /** Text output, plain or as JSON that follows a schema. */
        TextResponseFormat: {
            /** Marks the format of text. */
            type: "text";
            /** Plain text or JSON. */
            mime_type?: components["schemas"]["TextResponseFormatMimeType"] | undefined;
            /** JSON Schema of the answer; only with `application/json`. String lengths, property counts, `uniqueItems` and `contains` are ignored, `minItems` and `maxItems` are kept; a schema that is too complex is a 400. */
            schema?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** Known formats of text output. */
        TextResponseFormatMimeType: "application/json" | "text/plain" | (string & {});
        /** How much a model thinks. Not every model knows every level; some on Vertex reject `minimal`. `gemini-4-neon` knows `low`, `medium`, `high` (its default) and `xhigh`; for `minimal` it answers 400. */
        ThinkingLevel: "minimal" | "low" | "medium" | "high" | "xhigh" | (string & {});
        /** `auto` adds summaries to `thought` steps, `none` leaves them out. A string, never a boolean. */
        ThinkingSummaries: "auto" | "none" | (string & {});
        /** Signature of a thought. */
        ThoughtSignatureDelta: {
            /** Always `thought_signature`. */
            type: "thought_signature";
            /** Opaque proof of the thought in base64. Replaces the one of the step unless empty. */
            signature?: string | undefined;
        };
        /** What the model thought before it went on. Send it back unchanged in a history sent by hand, but leave it out if it has no `signature`: an empty one can cause a 400. */
        ThoughtStep: {
            /** Always `thought`. */
            type: "thought";
            /** Readable summary, only with `thinking_summaries` set to `auto`. */
            summary?: components["schemas"]["ThoughtSummaryContent"][] | undefined;
            /** Opaque proof of the thought in base64. May be absent or empty, also in a final answer. */
            signature?: string | undefined;
        };
        /** One piece of a thought summary, text or image. */
        ThoughtSummaryContent: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"];
        /** More of the summary of a thought, mostly one whole paragraph per delta. */
        ThoughtSummaryDelta: {
            /** Always `thought_summary`. */
            type: "thought_summary";
            /** The entry to add to `summary`, text or an image. */
            content?: components["schemas"]["Content"] | undefined;
        };
        /** Lowest level of harm that is blocked. `block_none` lets everything pass, `off` turns the filter itself off. */
        Threshold: "block_low_and_above" | "block_medium_and_above" | "block_only_high" | "block_none" | "off" | (string & {});
        /** Something the model or agent may call, distinguished by `type`. Functions are run by you, built-in tools by the service. Gemini 3 and later combine both; older models reject some combinations with 400. */
        Tool: components["schemas"]["FunctionTool"] | components["schemas"]["GoogleSearch"] | components["schemas"]["CodeExecution"] | components["schemas"]["URLContext"] | components["schemas"]["FileSearch"] | components["schemas"]["MCPServer"] | components["schemas"]["GoogleMaps"] | components["schemas"]["ComputerUse"] | components["schemas"]["Retrieval"] | components["schemas"]["Filesystem"] | components["schemas"]["Bash"];
        /** Tool choice among named tools. */
        ToolChoiceConfig: {
            /** Tools to choose from, and how. */
            allowed_tools?: components["schemas"]["AllowedTools"] | undefined;
        };
        /** `auto` lets the model decide, `any` makes it call a tool, `none` forbids calls, `validated` lets it decide but holds its calls to the declared schemas. */
        ToolChoiceType: "auto" | "any" | "none" | "validated" | (string & {});
        /** What a tool returned: text, any JSON object, or a list of content blocks. Audio, documents and video among the blocks since November 2026. */
        ToolResult: string | {
            [key: string]: unknown;
        } | components["schemas"]["FunctionResultSubcontent"][];
        /** Speech recognition. Its presence turns recognition on. */
        TranscriptionConfig: {
            /** How to transcribe. The object form takes the options of the mode. */
            mode?: (components["schemas"]["TranscriptionMode"] | components["schemas"]["TranscriptionConfigModeEnum"]) | undefined;
            /** BCP-47 codes of the languages to expect. Without any, the language is detected. */
            language_codes?: string[] | undefined;
            /** Words and phrases to recognise more readily. */
            custom_vocabulary?: string[] | undefined;
            /**
             * How to distinguish speakers. Deprecated; use the field of the same name in a verbatim `mode`.
             * @deprecated
             */
            diarization_mode?: string | undefined;
            /**
             * Which timestamps to give. Deprecated; use the field of the same name in a verbatim `mode`.
             * @deprecated
             */
            timestamp_granularities?: string[] | undefined;
            /**
             * BCP-47 codes of the languages to expect. Deprecated; use `language_codes`.
             * @deprecated
             */
            language_hints?: string[] | undefined;
            /**
             * Phrases to recognise more readily. Deprecated; use `custom_vocabulary`.
             * @deprecated
             */
            adaptation_phrases?: string[] | undefined;
        };
        /** A transcription mode without options. `verbatim` writes down what is said word by word. */
        TranscriptionConfigModeEnum: "verbatim" | "smart" | (string & {});
        /** A transcription mode with its options, distinguished by `type`. */
        TranscriptionMode: components["schemas"]["VerbatimTranscriptionMode"] | components["schemas"]["SmartTranscriptionMode"];
        /** An agent run that the service starts on a schedule. */
        Trigger: {
            /** Id of the trigger, given by the service. */
            id: string;
            /** A name of your own. */
            display_name?: string | undefined;
            /** When it runs, as five fields of cron, such as `0 7 * * 1`. */
            schedule: string;
            /** Time zone of the schedule, such as `Europe/Zurich`. */
            time_zone: string;
            /** What it runs. */
            interaction: components["schemas"]["CreateAgentInteraction"];
            /** Id of the sandbox that it runs in. Without it, as the interaction says. */
            environment_id?: string | undefined;
            /** Longest time of one run, in seconds. */
            execution_timeout_seconds?: number | undefined;
            /** How many runs in a row may fail before the trigger stops with status `error`. */
            max_consecutive_failures?: number | undefined;
            /** Whether it runs. */
            status?: components["schemas"]["TriggerStatus"] | undefined;
            /** How many runs have failed since the last that succeeded. */
            consecutive_failure_count?: number | undefined;
            /** Id of the interaction that it started last. */
            previous_interaction_id?: string | undefined;
            /**
             * When it runs next, RFC 3339 in UTC.
             * Format: date-time
             */
            next_run_time?: string | undefined;
            /**
             * When it last ran, RFC 3339 in UTC.
             * Format: date-time
             */
            last_run_time?: string | undefined;
            /**
             * When it was last paused, RFC 3339 in UTC.
             * Format: date-time
             */
            last_pause_time?: string | undefined;
            /**
             * When it was last resumed, RFC 3339 in UTC.
             * Format: date-time
             */
            last_resume_time?: string | undefined;
            /**
             * When it was created, RFC 3339 in UTC.
             * Format: date-time
             */
            create_time?: string | undefined;
            /**
             * When it was last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            update_time?: string | undefined;
        };
        /** What to run, and when. */
        TriggerCreateParams: {
            /** A name of your own. */
            display_name?: string | undefined;
            /** When to run, as five fields of cron, such as `0 7 * * 1`. */
            schedule: string;
            /** Time zone of the schedule, such as `Europe/Zurich`. */
            time_zone: string;
            /** What to run. */
            interaction: components["schemas"]["CreateAgentInteraction"];
            /** Id of the sandbox to run in. Without it, as the interaction says. */
            environment_id?: string | undefined;
            /** Longest time of one run, in seconds. */
            execution_timeout_seconds?: number | undefined;
            /** How many runs in a row may fail before the trigger stops with status `error`. */
            max_consecutive_failures?: number | undefined;
        };
        /** One run of a trigger. */
        TriggerExecution: {
            /** Id of the execution, given by the service. */
            id: string;
            /** Id of the trigger that it belongs to. */
            trigger_id: string;
            /** Id of the interaction that it started. Absent until there is one. */
            interaction_id?: string | undefined;
            /** Id of the sandbox that it runs in. */
            environment_id?: string | undefined;
            /** How far it is, or how it ended. */
            status?: components["schemas"]["TriggerExecutionStatus"] | undefined;
            /** Why it failed. */
            error?: string | undefined;
            /**
             * When it was due, RFC 3339 in UTC.
             * Format: date-time
             */
            scheduled_time?: string | undefined;
            /**
             * When it began, RFC 3339 in UTC.
             * Format: date-time
             */
            start_time?: string | undefined;
            /**
             * When it ended, RFC 3339 in UTC.
             * Format: date-time
             */
            end_time?: string | undefined;
        };
        /** How far a run of a trigger is, or how it ended. */
        TriggerExecutionStatus: "in_progress" | "completed" | "failed" | "skipped" | "timed_out" | (string & {});
        /** `active` runs on its schedule, `paused` was stopped by you, `error` by its failures. */
        TriggerStatus: "active" | "paused" | "error" | (string & {});
        /** What to change about a trigger; what is absent stays. */
        TriggerUpdate: {
            /** A name of your own. */
            display_name?: string | undefined;
            /** `paused` stops the schedule, `active` resumes it. */
            status?: components["schemas"]["TriggerStatus"] | undefined;
        };
        /** A web page that backs a range of the text, as Google Search and URL context give it. */
        URLCitation: {
            /** Marks the citation of a web page. */
            type: "url_citation";
            /** Address of the page. Search citations give a redirect link on a Google host, not the final site. */
            url?: string | undefined;
            /** Title of the page. */
            title?: string | undefined;
            /** First byte of the range, counted in the UTF-8 text. */
            start_index?: number | undefined;
            /** First byte after the range (exclusive), counted in the UTF-8 text. */
            end_index?: number | undefined;
        };
        /** Lets the model read web pages by their address. */
        URLContext: {
            /** Marks URL context. */
            type: "url_context";
        };
        /** Pages that the service fetches. */
        URLContextCallArguments: {
            /** The URLs to fetch. */
            urls?: string[] | undefined;
        };
        /** Pages that the service fetches. */
        URLContextCallDelta: {
            /** Always `url_context_call`. */
            type: "url_context_call";
            /** Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["URLContextCallArguments"];
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Pages that the service fetches for the model. */
        URLContextCallStep: {
            /** Always `url_context_call`. */
            type: "url_context_call";
            /** Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** The URLs to fetch. Often absent in `step.start`. */
            arguments?: components["schemas"]["URLContextCallArguments"] | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** How the fetching of one page went. */
        URLContextResult: {
            /** The URL that was fetched. */
            url?: string | undefined;
            /** Whether the model could read it. */
            status?: components["schemas"]["URLContextResultStatus"] | undefined;
        };
        /** How the fetching of pages went. */
        URLContextResultDelta: {
            /** Always `url_context_result`. */
            type: "url_context_result";
            /** Entries to add to the result, one per URL. */
            result: components["schemas"]["URLContextResult"][];
            /** Whether the call as a whole failed. Default false. */
            is_error?: boolean | undefined;
            /** Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** Outcome of fetching a page: read, failed, behind a paywall, or refused as unsafe. */
        URLContextResultStatus: "success" | "error" | "paywall" | "unsafe" | (string & {});
        /** How the fetching of pages went. The text of the pages is not part of it. */
        URLContextResultStep: {
            /** Always `url_context_result`. */
            type: "url_context_result";
            /** Id of the URL context call that this answers. */
            call_id: string;
            /** One entry per URL. Often absent in `step.start`. */
            result?: components["schemas"]["URLContextResult"][] | undefined;
            /** Whether the call as a whole failed. Default false. */
            is_error?: boolean | undefined;
            /** Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** Tokens and grounding calls that a run, or one step of it, used. All counters may be absent. */
        Usage: {
            /** Input, output, thought and tool-use tokens together. */
            total_tokens?: number | undefined;
            /** Tokens of the input, including those read from a cache. */
            total_input_tokens?: number | undefined;
            /** Tokens of the answer. Thought tokens are counted apart. */
            total_output_tokens?: number | undefined;
            /** Tokens spent on thinking. They count against `max_output_tokens`. */
            total_thought_tokens?: number | undefined;
            /** The part of `total_input_tokens` that was read from a cache. */
            total_cached_tokens?: number | undefined;
            /** Tokens that server-side tools fed into the prompt. */
            total_tool_use_tokens?: number | undefined;
            /** Input tokens of the first turn, where one count covers several turns. Since November 2026. */
            initial_input_tokens?: number | undefined;
            /** Tokens of the whole prompt, with what the service put around the input. Since August 2026. */
            raw_prompt_token?: number | undefined;
            /** Tokens of each call of the model behind the run, in order. Complete where `total_output_tokens` is 0: with `gemini-3.5-transcribe`, and in runs cut by `max_output_tokens`. Since September 2026. */
            model_invocation_token_counts?: components["schemas"]["ModelInvocationTokenCount"][] | undefined;
            /** The same without the calls that grounding made. Since September 2026. */
            non_grounding_model_invocation_token_counts?: components["schemas"]["ModelInvocationTokenCount"][] | undefined;
            /** The input tokens, split by modality. */
            input_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** The output tokens, split by modality. */
            output_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** The cached tokens, split by modality. */
            cached_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** The tool-use tokens, split by modality. */
            tool_use_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** How often each grounding tool ran. */
            grounding_tool_count?: components["schemas"]["GroundingToolCount"][] | undefined;
        };
        /** What the user said. Part of requests and of the timeline that a get returns; a live stream leaves it out. */
        UserInputStep: {
            /** Always `user_input`. */
            type: "user_input";
            /** The parts of the message, in order. */
            content?: components["schemas"]["Content"][] | undefined;
        };
        /** Transcription word by word, on request with speakers and times. */
        VerbatimTranscriptionMode: {
            /** Marks the verbatim mode. */
            type: "verbatim";
            /**
             * How to distinguish speakers; the one known value is `speaker`. Without it words have no speaker.
             * @example speaker
             */
            diarization_mode?: string | undefined;
            /**
             * Which timestamps to give; the one known value is `word`. Without it there are none.
             * @example [
             *       "word"
             *     ]
             */
            timestamp_granularities?: string[] | undefined;
        };
        /** Vertex AI Search, by engine or by data stores. */
        VertexAISearchConfig: {
            /** The engine to ask. */
            engine?: string | undefined;
            /** The data stores to search. */
            datastores?: string[] | undefined;
        };
        /** Task of a video model. */
        VideoConfig: {
            /** What to do. Without it the model concludes it from the prompt and the media it is given. */
            task?: components["schemas"]["Task"] | undefined;
        };
        /** A video block. Absent from the published `v1` contract, yet accepted there. */
        VideoContent: {
            /** Marks a video block. */
            type: "video";
            /** The video file as base64. Set this or `uri`. A finished interaction may return it inline even if `delivery` asked for a URI. */
            data?: string | undefined;
            /** Where the service, or the reader of an answer, finds the video. Set this or `data`. */
            uri?: string | undefined;
            /** File format of the video. */
            mime_type?: components["schemas"]["VideoContentMimeType"] | undefined;
            /** How finely the model looks at each frame. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
            /** A name of your choice, by which the model can refer to this clip. */
            name?: string | undefined;
            /** How the model watches the video. The object form of `static` also sets frame rate and range. */
            processing?: (components["schemas"]["StaticMediaProcessing"] | components["schemas"]["ProcessingEnum"]) | undefined;
        };
        /** Known video formats. Other strings may appear; stream deltas also know `video/jpeg2000`. */
        VideoContentMimeType: "video/mp4" | "video/mpeg" | "video/mpg" | "video/mov" | "video/avi" | "video/x-flv" | "video/webm" | "video/wmv" | "video/3gpp" | (string & {});
        /** A video, complete in one delta and a content block of its own. */
        VideoDelta: {
            /** Always `video`. */
            type: "video";
            /** The video in base64, many megabytes in a single event. */
            data?: string | undefined;
            /** Where the service keeps the video, instead of `data`. */
            uri?: string | undefined;
            /** MIME type of the video. */
            mime_type?: components["schemas"]["VideoDeltaMimeType"] | undefined;
            /** Resolution at which a model reads the video. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
        };
        /** MIME type of a video in a stream: those of video content and `video/jpeg2000`. */
        VideoDeltaMimeType: "video/mp4" | "video/mpeg" | "video/mpg" | "video/mov" | "video/avi" | "video/x-flv" | "video/webm" | "video/wmv" | "video/3gpp" | "video/jpeg2000" | (string & {});
        /** Video output. What the video is made from goes into `generation_config.video_config`. */
        VideoResponseFormat: {
            /** Marks the format of videos. */
            type: "video";
            /** Width to height. */
            aspect_ratio?: components["schemas"]["VideoResponseFormatAspectRatio"] | undefined;
            /** Lines of the picture. Default `720p`. */
            resolution?: components["schemas"]["Resolution"] | undefined;
            /**
             * Length of the video, as decimal seconds with the suffix `s`.
             * @example 8s
             */
            duration?: string | undefined;
            /** Whether the video is returned inline or as a URI. `uri` needs `store` not `false`; a GET of the finished interaction may return the video inline all the same. */
            delivery?: components["schemas"]["VideoResponseFormatDelivery"] | undefined;
            /** Vertex only, and required there when `delivery` is `uri`. Where in Cloud Storage to put the video. */
            gcs_uri?: string | undefined;
        };
        /** Width to height of a video, landscape or portrait. */
        VideoResponseFormatAspectRatio: "16:9" | "9:16" | (string & {});
        /** `inline` puts the video into `data` as base64, `uri` gives its `uri`. */
        VideoResponseFormatDelivery: "inline" | "uri" | (string & {});
        /** `auto` lets the agent add pictures, `off` forbids it. */
        Visualization: "off" | "auto" | (string & {});
        /** A voice to speak with, prebuilt or of your own. */
        Voice: {
            /** What goes into `voice` of a speech configuration: for stored voices `voice_…`, for prebuilt ones their name, such as `Puck`. Absent for a voice that was not stored. */
            id?: string | undefined;
            /** A voice that was not stored, as text (`voicekey_…`) for you to keep. Only in the answer to create. */
            key?: string | undefined;
            /** Where the voice comes from. */
            type: components["schemas"]["VoiceType"];
            /** Name of the voice, yours or that of the catalogue. */
            display_name?: string | undefined;
            /** How the voice sounds, in a sentence. */
            description?: string | undefined;
            /** How the voice is perceived, such as `female` or `neutral`. */
            gender?: string | undefined;
            /** How high the voice is. */
            pitch?: components["schemas"]["Pitch"] | undefined;
            /** Main language as a BCP 47 tag, such as `fr-FR`. */
            language_code?: string | undefined;
            /** Region as an ISO 3166-1 or UN M.49 code, such as `GB` or `001`. */
            region_code?: string | undefined;
            /** Accent, such as `British`. */
            accent?: string | undefined;
            /** Character that the voice plays, such as `Narrator`. */
            persona?: string | undefined;
            /** What the voice is best for, such as `Audiobook`. */
            context?: string | undefined;
            /** Model that makes the voice, by default the latest that can. Absent for prebuilt voices. Any speech model can speak with it. */
            model?: string | undefined;
            /** The description that the voice is made from. */
            prompted?: components["schemas"]["PromptedVoice"] | undefined;
            /** A recording of the voice. */
            sample_audio?: components["schemas"]["AudioData"] | undefined;
            /**
             * When a voice of your own ends, RFC 3339 in UTC: a year after its last use. Absent for prebuilt voices.
             * Format: date-time
             */
            expire_time?: string | undefined;
            /** What it cost to make the voice, in tokens. */
            usage?: components["schemas"]["Usage"] | undefined;
        };
        /** A voice to make: `prompted` is required for that type, `replicated` for the other. */
        VoiceInput: {
            /** What the voice is made from, `prompted` or `replicated`. */
            type: components["schemas"]["VoiceType"];
            /** Name of the voice, yours or that of the catalogue. */
            display_name?: string | undefined;
            /** How the voice sounds, in a sentence. */
            description?: string | undefined;
            /** How the voice is perceived, such as `female` or `neutral`. */
            gender?: string | undefined;
            /** How high the voice is. */
            pitch?: components["schemas"]["Pitch"] | undefined;
            /** Main language as a BCP 47 tag, such as `fr-FR`. */
            language_code?: string | undefined;
            /** Region as an ISO 3166-1 or UN M.49 code, such as `GB` or `001`. */
            region_code?: string | undefined;
            /** Accent, such as `British`. */
            accent?: string | undefined;
            /** Character that the voice plays, such as `Narrator`. */
            persona?: string | undefined;
            /** What the voice is best for, such as `Audiobook`. */
            context?: string | undefined;
            /** Model that makes the voice, by default the latest that can. Absent for prebuilt voices. Any speech model can speak with it. */
            model?: string | undefined;
            /** The description that the voice is made from. */
            prompted?: components["schemas"]["PromptedVoice"] | undefined;
            /** A recording of the voice. */
            sample_audio?: components["schemas"]["AudioData"] | undefined;
            /** The recordings that the voice is made from. Never returned. */
            replicated?: components["schemas"]["ReplicatedVoice"] | undefined;
        };
        /** `prebuilt` is of the catalogue, `prompted` made from a description, `replicated` from a recording. */
        VoiceType: "replicated" | "prompted" | "prebuilt" | (string & {});
        /** A registered address for the events of a project. Deliveries are signed as in Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`). */
        Webhook: {
            /** Id of the webhook, given by the service. */
            id?: string | undefined;
            /** A name of your own. */
            name?: string | undefined;
            /** Address that the events are sent to. */
            uri: string;
            /** Which events are sent. */
            subscribed_events: components["schemas"]["WebhookSubscribedEvent"][];
            /** Whether events are sent. */
            state?: components["schemas"]["WebhookState"] | undefined;
            /** The secret that deliveries are signed with, `whsec_` and base64. Only in the response to create. */
            new_signing_secret?: string | undefined;
            /** The secrets in use, shortened; more than one after a rotation. */
            signing_secrets?: components["schemas"]["SigningSecret"][] | undefined;
            /**
             * When the webhook was registered, RFC 3339 in UTC.
             * Format: date-time
             */
            create_time?: string | undefined;
            /**
             * When the webhook was last changed, RFC 3339 in UTC.
             * Format: date-time
             */
            update_time?: string | undefined;
        };
        /** Webhooks of one interaction. Events are `interaction.completed`, `interaction.requires_action` and `interaction.failed`, signed as in Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`). */
        WebhookConfig: {
            /** Where to send the events, in place of the webhooks registered for the project. */
            uris?: string[] | undefined;
            /** Free JSON that comes back in each event. */
            user_metadata?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** The body of a delivery: that something happened, not what came of it. Fetch the interaction to see that. */
        WebhookEventBody: {
            /** What happened. The service adds types without notice. */
            type: components["schemas"]["WebhookEventType"];
            /**
             * Version of the form of the delivery.
             * @example v1
             */
            version?: string | undefined;
            /** What it is about. */
            data: components["schemas"]["WebhookEventData"];
        };
        /** What a delivery is about. Deliveries of types that are not known here may have other members. */
        WebhookEventData: {
            /** Id of the interaction that it is about. */
            id: string;
            /** The `webhook_config.user_metadata` of the request. */
            user_metadata?: {
                [key: string]: unknown;
            } | undefined;
        } & {
            [key: string]: unknown;
        };
        /** The event that a delivery reports. A webhook can subscribe to more than these three. */
        WebhookEventType: "interaction.completed" | "interaction.requires_action" | "interaction.failed" | (string & {});
        /** A webhook to register. */
        WebhookInput: {
            /** A name of your own. */
            name?: string | undefined;
            /** Address to send the events to. */
            uri: string;
            /** Which events to send. */
            subscribed_events: components["schemas"]["WebhookSubscribedEvent"][];
        };
        /** One page of webhooks. */
        WebhookListResponse: {
            /** The webhooks of this page. Absent when there are none. */
            webhooks?: components["schemas"]["Webhook"][] | undefined;
            /** Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** The new secret of a webhook. */
        WebhookRotateSigningSecretResponse: {
            /** The secret, `whsec_` and base64. It cannot be read again. */
            secret?: string | undefined;
        };
        /** `enabled` sends events, `disabled` does not. `disabled_due_to_failed_deliveries` is set by the service. */
        WebhookState: "enabled" | "disabled" | "disabled_due_to_failed_deliveries" | (string & {});
        /** An event that a webhook can be sent; those of interactions are three of them. */
        WebhookSubscribedEvent: "batch.succeeded" | "batch.expired" | "batch.failed" | "interaction.requires_action" | "interaction.completed" | "interaction.failed" | "video.generated" | (string & {});
        /** What to change about a webhook; what is absent stays. */
        WebhookUpdate: {
            /** A name of your own. */
            name?: string | undefined;
            /** Address to send the events to. */
            uri?: string | undefined;
            /** Which events to send. */
            subscribed_events?: components["schemas"]["WebhookSubscribedEvent"][] | undefined;
            /** Whether to send events; `enabled` also ends `disabled_due_to_failed_deliveries`. */
            state?: components["schemas"]["WebhookState"] | undefined;
        };
        /** One word of a transcript, with time and speaker where the transcription was asked for them. */
        WordInfo: {
            /** Marks the data of one word. */
            type: "word_info";
            /** The word. */
            text?: string | undefined;
            /** When the word starts in the audio, as decimal seconds with the suffix `s`. Present when `timestamp_granularities` holds `word`. */
            start_offset?: string | undefined;
            /** When the word ends in the audio, as decimal seconds with the suffix `s`. Present when `timestamp_granularities` holds `word`. */
            end_offset?: string | undefined;
            /**
             * Label of the speaker. Present when `diarization_mode` is set.
             * @example spk_1
             */
            speaker?: string | undefined;
            /** First byte of the word, counted in the UTF-8 text. */
            start_index?: number | undefined;
            /** First byte after the word (exclusive), counted in the UTF-8 text. */
            end_index?: number | undefined;
        };
    };
    responses: {
        /** The agent. */
        Agent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Agent"];
            };
        };
        /** One page of agents. */
        AgentList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentListResponse"];
            };
        };
        /** The credential, without its secret. */
        Credential: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Credential"];
            };
        };
        /** One page of credentials. */
        CredentialList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CredentialListResponse"];
            };
        };
        /** The answers. */
        Decision: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreateDecisionResponse"];
            };
        };
        /** Deleted. The body is empty or an empty object. */
        Deleted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The environment. */
        Environment: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvironmentResource"];
            };
        };
        /** Files of the directory, or the one file; with `alt=media` its content. */
        EnvironmentFiles: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GetEnvironmentFilesResponse"];
                "application/octet-stream": Blob;
            };
        };
        /** One page of environments. */
        EnvironmentList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ListEnvironmentsResponse"];
            };
        };
        /** The call failed. The Interactions backend answers with a string code, Google's front end with a `google.rpc.Status`, sometimes in an array; load balancers send HTML or nothing. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The interaction. */
        Interaction: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Interaction"];
            };
        };
        /** The interaction, or with `stream` its events; the stream ends with `[DONE]`. */
        InteractionOrStream: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Interaction"];
                "text/event-stream": components["schemas"]["InteractionStreamEvent"];
            };
        };
        /** The service sends the delivery again later. */
        NotReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The delivery is on its way. The body is an empty object. */
        Pinged: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** Any 2xx ends the delivery. The body is not read. */
        Received: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The new secret. */
        RotatedSecret: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookRotateSigningSecretResponse"];
            };
        };
        /** The trigger. */
        Trigger: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Trigger"];
            };
        };
        /** The execution. */
        TriggerExecution: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TriggerExecution"];
            };
        };
        /** One page of executions. */
        TriggerExecutionList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ListTriggerExecutionsResponse"];
            };
        };
        /** One page of triggers. */
        TriggerList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ListTriggersResponse"];
            };
        };
        /** The session is open. The body is empty. */
        UploadSession: {
            headers: {
                /** Address that takes the bytes of the file; valid for this upload only. */
                "x-goog-upload-url"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The voice. */
        Voice: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Voice"];
            };
        };
        /** One page of voices. */
        VoiceList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ListVoicesResponse"];
            };
        };
        /** The webhook. */
        Webhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webhook"];
            };
        };
        /** One page of webhooks. */
        WebhookList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookListResponse"];
            };
        };
    };
    parameters: {
        /** Accents to list, such as `British`, in any case. Without it, all. */
        Accent: string[];
        /** Id of the agent, one path segment. */
        AgentId: string;
        /** `media` returns the content of the file instead of a description of it. */
        AltMedia: "media";
        /** Domains to list, such as `News`, in any case. Without it, all. */
        Contexts: string[];
        /** Id of the credential, one path segment. */
        CredentialId: string;
        /** Id of the environment, one path segment. */
        Environment: string;
        /** Id of the environment, one path segment. */
        EnvironmentId: string;
        /** Unpack the uploaded file, a tar or tar.gz archive, into the path. Off unless set. */
        Extract: boolean;
        /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
        FilePath: string;
        /** How the voices to list are perceived, such as `female` or `neutral`, in any case. Without it, all. */
        Gender: string[];
        /** Id of the interaction, as create answered it; opaque, one path segment. */
        Id: string;
        /** Add the request's `input` to the interaction. Off unless set; since January 2026. */
        IncludeInput: boolean;
        /** BCP 47 tags to list, such as `en-US`, in any case. Without it, all. */
        LanguageCode: string[];
        /** Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
        LastEventId: string;
        /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
        Location: string;
        /** Replace a file that exists. Off unless set. */
        Overwrite: boolean;
        /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
        PageSize: number;
        /** The `next_page_token` of the page before. Without it, the first page. */
        PageToken: string;
        /** Where the agents are, `projects/{project}/locations/{location}`. By default the project of the key. */
        Parent: string;
        /** Characters to list, such as `Narrator`, in any case. Without it, all. */
        Persona: string[];
        /** Pitches to list: `low`, `medium`, `high`. Without it, all. */
        Pitch: string[];
        /** Google Cloud project id or number. */
        Project: string;
        /** List the directories inside the directory as well. Off unless set. */
        Recursive: boolean;
        /** ISO 3166-1 or UN M.49 codes of regions to list, such as `US` or `001`. Without it, all. */
        RegionCode: string[];
        /** Answer with server-sent events: the stored ones, then live ones while the run continues. Without it the response is the interaction as JSON. */
        Stream: boolean;
        /** Which triggers to list, as a filter expression over their members, such as `status`. Without it, all. */
        TriggerFilter: string;
        /** Id of the trigger, one path segment. */
        TriggerId: string;
        /** Names of the members to change, with commas between them. In practice ignored: the members of the body are changed. */
        UpdateMask: string;
        /** Always `start`. */
        UploadCommand: "start";
        /** Names the upload, as the address that the start answered does. */
        UploadId: string;
        /** Size of the file that will be uploaded, in bytes. */
        UploadLength: number;
        /** How many bytes were sent before these. */
        UploadOffset: number;
        /** Always `resumable`. */
        UploadProtocol: "resumable";
        /** `upload` for some of the bytes, `upload, finalize` for the last of them. */
        UploadStep: "upload" | "upload, finalize";
        /** MIME type of the file that will be uploaded. */
        UploadType: string;
        /** Id of the voice, one path segment. */
        VoiceId: string;
        /** Text to find in the name or the description of a voice, in any case; at most 2048 bytes. */
        VoiceSearch: string;
        /** Kinds of voices to list: `prebuilt`, `prompted`, `replicated`. Without it, all. */
        VoiceTypes: string[];
        /** Id of the webhook, one path segment. */
        WebhookId: string;
    };
    requestBodies: {
        /** The agent to create. */
        CreateAgent: {
            content: {
                "application/json": components["schemas"]["Agent"];
            };
        };
        /** The credential to store. */
        CreateCredential: {
            content: {
                "application/json": components["schemas"]["CredentialCreateParams"];
            };
        };
        /** The input and the questions. */
        CreateDecision: {
            content: {
                "application/json": components["schemas"]["CreateDecisionRequest"];
            };
        };
        /** The sandbox to create. */
        CreateEnvironment: {
            content: {
                "application/json": components["schemas"]["CreateEnvironmentRequest"];
            };
        };
        /** What to run. `stream` decides whether the response is JSON or server-sent events. */
        CreateInteraction: {
            content: {
                "application/json": components["schemas"]["CreateInteractionRequest"];
            };
        };
        /** What to run, and when. */
        CreateTrigger: {
            content: {
                "application/json": components["schemas"]["TriggerCreateParams"];
            };
        };
        /** The voice to make. */
        CreateVoice: {
            content: {
                "application/json": components["schemas"]["CreateVoiceRequest"];
            };
        };
        /** The webhook to register. */
        CreateWebhook: {
            content: {
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        /** What happened. Signed over the bytes of the body, by `webhook-id`, `webhook-timestamp` and `webhook-signature`. */
        Delivery: {
            content: {
                "application/json": components["schemas"]["WebhookEventBody"];
            };
        };
        /** Empty. */
        Empty: {
            content: {
                /** @example {} */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        /** The bytes of a file. */
        File: {
            content: {
                "application/octet-stream": Blob;
            };
        };
        /** What becomes of the earlier secrets. */
        RotateSigningSecret: {
            content: {
                "application/json": components["schemas"]["RotateSigningSecretRequest"];
            };
        };
        /** What to change. */
        UpdateCredential: {
            content: {
                "application/json": components["schemas"]["CredentialUpdate"];
            };
        };
        /** What to change. */
        UpdateTrigger: {
            content: {
                "application/json": components["schemas"]["TriggerUpdate"];
            };
        };
        /** What to change. */
        UpdateWebhook: {
            content: {
                "application/json": components["schemas"]["WebhookUpdate"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type Agent = components['schemas']['Agent'];
export type AgentConfig = components['schemas']['AgentConfig'];
export type AgentListResponse = components['schemas']['AgentListResponse'];
export type AgentOption = components['schemas']['AgentOption'];
export type AgentTool = components['schemas']['AgentTool'];
export type AllowedTools = components['schemas']['AllowedTools'];
export type AllowlistEntry = components['schemas']['AllowlistEntry'];
export type Annotation = components['schemas']['Annotation'];
export type AntigravityAgentConfig = components['schemas']['AntigravityAgentConfig'];
export type ArgumentsDelta = components['schemas']['ArgumentsDelta'];
export type AudioContent = components['schemas']['AudioContent'];
export type AudioContentMimeType = components['schemas']['AudioContentMimeType'];
export type AudioData = components['schemas']['AudioData'];
export type AudioDelta = components['schemas']['AudioDelta'];
export type AudioResponseFormat = components['schemas']['AudioResponseFormat'];
export type AudioResponseFormatDelivery = components['schemas']['AudioResponseFormatDelivery'];
export type AudioResponseFormatMimeType = components['schemas']['AudioResponseFormatMimeType'];
export type Bash = components['schemas']['Bash'];
export type BlockReason = components['schemas']['BlockReason'];
export type ChoiceAnswer = components['schemas']['ChoiceAnswer'];
export type ChoiceQuestion = components['schemas']['ChoiceQuestion'];
export type CodeExecution = components['schemas']['CodeExecution'];
export type CodeExecutionCallArguments = components['schemas']['CodeExecutionCallArguments'];
export type CodeExecutionCallDelta = components['schemas']['CodeExecutionCallDelta'];
export type CodeExecutionCallStep = components['schemas']['CodeExecutionCallStep'];
export type CodeExecutionResultDelta = components['schemas']['CodeExecutionResultDelta'];
export type CodeExecutionResultStep = components['schemas']['CodeExecutionResultStep'];
export type CodeMenderAgentConfig = components['schemas']['CodeMenderAgentConfig'];
export type ComputerUse = components['schemas']['ComputerUse'];
export type Content = components['schemas']['Content'];
export type CreateAgentInteraction = components['schemas']['CreateAgentInteraction'];
export type CreateDecisionRequest = components['schemas']['CreateDecisionRequest'];
export type CreateDecisionResponse = components['schemas']['CreateDecisionResponse'];
export type CreateEnvironmentRequest = components['schemas']['CreateEnvironmentRequest'];
export type CreateInteractionRequest = components['schemas']['CreateInteractionRequest'];
export type CreateModelInteraction = components['schemas']['CreateModelInteraction'];
export type CreateVoiceRequest = components['schemas']['CreateVoiceRequest'];
export type Credential = components['schemas']['Credential'];
export type CredentialCreateParams = components['schemas']['CredentialCreateParams'];
export type CredentialListResponse = components['schemas']['CredentialListResponse'];
export type CredentialStatus = components['schemas']['CredentialStatus'];
export type CredentialType = components['schemas']['CredentialType'];
export type CredentialUpdate = components['schemas']['CredentialUpdate'];
export type DecisionAnswer = components['schemas']['DecisionAnswer'];
export type DecisionInstructions = components['schemas']['DecisionInstructions'];
export type DecisionQuestion = components['schemas']['DecisionQuestion'];
export type DeepResearchAgentConfig = components['schemas']['DeepResearchAgentConfig'];
export type Disabled = components['schemas']['Disabled'];
export type DisabledSafetyPolicy = components['schemas']['DisabledSafetyPolicy'];
export type DocumentContent = components['schemas']['DocumentContent'];
export type DocumentContentMimeType = components['schemas']['DocumentContentMimeType'];
export type DocumentDelta = components['schemas']['DocumentDelta'];
export type DynamicAgentConfig = components['schemas']['DynamicAgentConfig'];
export type EnvVar = components['schemas']['EnvVar'];
export type Environment = components['schemas']['Environment'];
export type EnvironmentEnum = components['schemas']['EnvironmentEnum'];
export type EnvironmentFile = components['schemas']['EnvironmentFile'];
export type EnvironmentFileType = components['schemas']['EnvironmentFileType'];
export type EnvironmentNetworkEgressAllowlist = components['schemas']['EnvironmentNetworkEgressAllowlist'];
export type EnvironmentResource = components['schemas']['EnvironmentResource'];
export type EnvironmentSource = components['schemas']['EnvironmentSource'];
export type EnvironmentStatus = components['schemas']['EnvironmentStatus'];
export type EnvironmentVariableConfig = components['schemas']['EnvironmentVariableConfig'];
export type EnvironmentVariableUpdateConfig = components['schemas']['EnvironmentVariableUpdateConfig'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorEvent = components['schemas']['ErrorEvent'];
export type ErrorPayload = components['schemas']['ErrorPayload'];
export type ErrorResponse = components['schemas']['ErrorResponse'];
export type ExaAISearchConfig = components['schemas']['ExaAISearchConfig'];
export type FieldViolation = components['schemas']['FieldViolation'];
export type FileCitation = components['schemas']['FileCitation'];
export type FileContent = components['schemas']['FileContent'];
export type FileSearch = components['schemas']['FileSearch'];
export type FileSearchCallDelta = components['schemas']['FileSearchCallDelta'];
export type FileSearchCallStep = components['schemas']['FileSearchCallStep'];
export type FileSearchResult = components['schemas']['FileSearchResult'];
export type FileSearchResultDelta = components['schemas']['FileSearchResultDelta'];
export type FileSearchResultStep = components['schemas']['FileSearchResultStep'];
export type Filesystem = components['schemas']['Filesystem'];
export type Filter = components['schemas']['Filter'];
export type FindRequest = components['schemas']['FindRequest'];
export type FixRequest = components['schemas']['FixRequest'];
export type FunctionCallStep = components['schemas']['FunctionCallStep'];
export type FunctionResultDelta = components['schemas']['FunctionResultDelta'];
export type FunctionResultStep = components['schemas']['FunctionResultStep'];
export type FunctionResultSubcontent = components['schemas']['FunctionResultSubcontent'];
export type FunctionTool = components['schemas']['FunctionTool'];
export type GenerationConfig = components['schemas']['GenerationConfig'];
export type GetEnvironmentFilesResponse = components['schemas']['GetEnvironmentFilesResponse'];
export type GoogleMaps = components['schemas']['GoogleMaps'];
export type GoogleMapsCallArguments = components['schemas']['GoogleMapsCallArguments'];
export type GoogleMapsCallDelta = components['schemas']['GoogleMapsCallDelta'];
export type GoogleMapsCallStep = components['schemas']['GoogleMapsCallStep'];
export type GoogleMapsResult = components['schemas']['GoogleMapsResult'];
export type GoogleMapsResultDelta = components['schemas']['GoogleMapsResultDelta'];
export type GoogleMapsResultPlaces = components['schemas']['GoogleMapsResultPlaces'];
export type GoogleMapsResultStep = components['schemas']['GoogleMapsResultStep'];
export type GoogleSearch = components['schemas']['GoogleSearch'];
export type GoogleSearchCallArguments = components['schemas']['GoogleSearchCallArguments'];
export type GoogleSearchCallDelta = components['schemas']['GoogleSearchCallDelta'];
export type GoogleSearchCallStep = components['schemas']['GoogleSearchCallStep'];
export type GoogleSearchResult = components['schemas']['GoogleSearchResult'];
export type GoogleSearchResultDelta = components['schemas']['GoogleSearchResultDelta'];
export type GoogleSearchResultStep = components['schemas']['GoogleSearchResultStep'];
export type GoogleSearchSearchType = components['schemas']['GoogleSearchSearchType'];
export type GroundingToolCount = components['schemas']['GroundingToolCount'];
export type GroundingToolCountType = components['schemas']['GroundingToolCountType'];
export type HarmCategory = components['schemas']['HarmCategory'];
export type HelpLink = components['schemas']['HelpLink'];
export type HttpBearerConfig = components['schemas']['HttpBearerConfig'];
export type HttpBearerUpdateConfig = components['schemas']['HttpBearerUpdateConfig'];
export type HybridSearch = components['schemas']['HybridSearch'];
export type ImageConfig = components['schemas']['ImageConfig'];
export type ImageContent = components['schemas']['ImageContent'];
export type ImageContentMimeType = components['schemas']['ImageContentMimeType'];
export type ImageDelta = components['schemas']['ImageDelta'];
export type ImageResponseFormat = components['schemas']['ImageResponseFormat'];
export type ImageResponseFormatAspectRatio = components['schemas']['ImageResponseFormatAspectRatio'];
export type ImageResponseFormatDelivery = components['schemas']['ImageResponseFormatDelivery'];
export type ImageResponseFormatImageSize = components['schemas']['ImageResponseFormatImageSize'];
export type ImageResponseFormatMimeType = components['schemas']['ImageResponseFormatMimeType'];
export type InjectionLocation = components['schemas']['InjectionLocation'];
export type Interaction = components['schemas']['Interaction'];
export type InteractionCompletedEvent = components['schemas']['InteractionCompletedEvent'];
export type InteractionCreatedEvent = components['schemas']['InteractionCreatedEvent'];
export type InteractionError = components['schemas']['InteractionError'];
export type InteractionSseEventInteraction = components['schemas']['InteractionSseEventInteraction'];
export type InteractionStatus = components['schemas']['InteractionStatus'];
export type InteractionStatusUpdate = components['schemas']['InteractionStatusUpdate'];
export type InteractionStreamEvent = components['schemas']['InteractionStreamEvent'];
export type InteractionsInput = components['schemas']['InteractionsInput'];
export type Language = components['schemas']['Language'];
export type LegacyAnnotation = components['schemas']['LegacyAnnotation'];
export type LegacyCodeExecutionCallContent = components['schemas']['LegacyCodeExecutionCallContent'];
export type LegacyCodeExecutionCallDelta = components['schemas']['LegacyCodeExecutionCallDelta'];
export type LegacyCodeExecutionResultContent = components['schemas']['LegacyCodeExecutionResultContent'];
export type LegacyCodeExecutionResultDelta = components['schemas']['LegacyCodeExecutionResultDelta'];
export type LegacyContent = components['schemas']['LegacyContent'];
export type LegacyContentDelta = components['schemas']['LegacyContentDelta'];
export type LegacyContentDeltaData = components['schemas']['LegacyContentDeltaData'];
export type LegacyContentStart = components['schemas']['LegacyContentStart'];
export type LegacyContentStop = components['schemas']['LegacyContentStop'];
export type LegacyFileSearchCallContent = components['schemas']['LegacyFileSearchCallContent'];
export type LegacyFileSearchCallDelta = components['schemas']['LegacyFileSearchCallDelta'];
export type LegacyFileSearchResult = components['schemas']['LegacyFileSearchResult'];
export type LegacyFileSearchResultContent = components['schemas']['LegacyFileSearchResultContent'];
export type LegacyFileSearchResultDelta = components['schemas']['LegacyFileSearchResultDelta'];
export type LegacyFunctionCallContent = components['schemas']['LegacyFunctionCallContent'];
export type LegacyFunctionCallDelta = components['schemas']['LegacyFunctionCallDelta'];
export type LegacyFunctionResultContent = components['schemas']['LegacyFunctionResultContent'];
export type LegacyFunctionResultDelta = components['schemas']['LegacyFunctionResultDelta'];
export type LegacyGoogleMapsCallContent = components['schemas']['LegacyGoogleMapsCallContent'];
export type LegacyGoogleMapsCallDelta = components['schemas']['LegacyGoogleMapsCallDelta'];
export type LegacyGoogleMapsResultContent = components['schemas']['LegacyGoogleMapsResultContent'];
export type LegacyGoogleMapsResultDelta = components['schemas']['LegacyGoogleMapsResultDelta'];
export type LegacyGoogleSearchCallContent = components['schemas']['LegacyGoogleSearchCallContent'];
export type LegacyGoogleSearchCallDelta = components['schemas']['LegacyGoogleSearchCallDelta'];
export type LegacyGoogleSearchResult = components['schemas']['LegacyGoogleSearchResult'];
export type LegacyGoogleSearchResultContent = components['schemas']['LegacyGoogleSearchResultContent'];
export type LegacyGoogleSearchResultDelta = components['schemas']['LegacyGoogleSearchResultDelta'];
export type LegacyInteraction = components['schemas']['LegacyInteraction'];
export type LegacyInteractionCompleteEvent = components['schemas']['LegacyInteractionCompleteEvent'];
export type LegacyInteractionStartEvent = components['schemas']['LegacyInteractionStartEvent'];
export type LegacyMCPServerToolCallContent = components['schemas']['LegacyMCPServerToolCallContent'];
export type LegacyMCPServerToolCallDelta = components['schemas']['LegacyMCPServerToolCallDelta'];
export type LegacyMCPServerToolResultContent = components['schemas']['LegacyMCPServerToolResultContent'];
export type LegacyMCPServerToolResultDelta = components['schemas']['LegacyMCPServerToolResultDelta'];
export type LegacyTextAnnotationDelta = components['schemas']['LegacyTextAnnotationDelta'];
export type LegacyTextContent = components['schemas']['LegacyTextContent'];
export type LegacyTextDelta = components['schemas']['LegacyTextDelta'];
export type LegacyThoughtContent = components['schemas']['LegacyThoughtContent'];
export type LegacyTurn = components['schemas']['LegacyTurn'];
export type LegacyURLContextCallContent = components['schemas']['LegacyURLContextCallContent'];
export type LegacyURLContextCallDelta = components['schemas']['LegacyURLContextCallDelta'];
export type LegacyURLContextResultContent = components['schemas']['LegacyURLContextResultContent'];
export type LegacyURLContextResultDelta = components['schemas']['LegacyURLContextResultDelta'];
export type ListEnvironmentsResponse = components['schemas']['ListEnvironmentsResponse'];
export type ListTriggerExecutionsResponse = components['schemas']['ListTriggerExecutionsResponse'];
export type ListTriggersResponse = components['schemas']['ListTriggersResponse'];
export type ListVoicesResponse = components['schemas']['ListVoicesResponse'];
export type MCPServer = components['schemas']['MCPServer'];
export type MCPServerToolCallDelta = components['schemas']['MCPServerToolCallDelta'];
export type MCPServerToolCallStep = components['schemas']['MCPServerToolCallStep'];
export type MCPServerToolResultDelta = components['schemas']['MCPServerToolResultDelta'];
export type MCPServerToolResultStep = components['schemas']['MCPServerToolResultStep'];
export type MediaResolution = components['schemas']['MediaResolution'];
export type Method = components['schemas']['Method'];
export type ModalityTokens = components['schemas']['ModalityTokens'];
export type Mode = components['schemas']['Mode'];
export type Model = components['schemas']['Model'];
export type ModelInvocationTokenCount = components['schemas']['ModelInvocationTokenCount'];
export type ModelOutputStep = components['schemas']['ModelOutputStep'];
export type NetworkEnum = components['schemas']['NetworkEnum'];
export type NoulAnswer = components['schemas']['NoulAnswer'];
export type NoulCriteria = components['schemas']['NoulCriteria'];
export type NoulQuestion = components['schemas']['NoulQuestion'];
export type OAuth2Config = components['schemas']['OAuth2Config'];
export type OAuth2UpdateConfig = components['schemas']['OAuth2UpdateConfig'];
export type ParallelAISearchConfig = components['schemas']['ParallelAISearchConfig'];
export type Pitch = components['schemas']['Pitch'];
export type PlaceCitation = components['schemas']['PlaceCitation'];
export type ProcessingCallDelta = components['schemas']['ProcessingCallDelta'];
export type ProcessingCallStep = components['schemas']['ProcessingCallStep'];
export type ProcessingEnum = components['schemas']['ProcessingEnum'];
export type ProcessingResultDelta = components['schemas']['ProcessingResultDelta'];
export type ProcessingResultStep = components['schemas']['ProcessingResultStep'];
export type PromptFeedback = components['schemas']['PromptFeedback'];
export type PromptedVoice = components['schemas']['PromptedVoice'];
export type QuotaViolation = components['schemas']['QuotaViolation'];
export type RagResource = components['schemas']['RagResource'];
export type RagRetrievalConfig = components['schemas']['RagRetrievalConfig'];
export type RagStoreConfig = components['schemas']['RagStoreConfig'];
export type RankService = components['schemas']['RankService'];
export type Ranking = components['schemas']['Ranking'];
export type ReplicatedVoice = components['schemas']['ReplicatedVoice'];
export type Resolution = components['schemas']['Resolution'];
export type ResponseFormat = components['schemas']['ResponseFormat'];
export type ResponseModality = components['schemas']['ResponseModality'];
export type Retrieval = components['schemas']['Retrieval'];
export type RetrievalCallArguments = components['schemas']['RetrievalCallArguments'];
export type RetrievalCallDelta = components['schemas']['RetrievalCallDelta'];
export type RetrievalCallStep = components['schemas']['RetrievalCallStep'];
export type RetrievalResultDelta = components['schemas']['RetrievalResultDelta'];
export type RetrievalResultStep = components['schemas']['RetrievalResultStep'];
export type RetrievalRetrievalType = components['schemas']['RetrievalRetrievalType'];
export type ReviewSnippet = components['schemas']['ReviewSnippet'];
export type RevocationBehavior = components['schemas']['RevocationBehavior'];
export type RotateSigningSecretRequest = components['schemas']['RotateSigningSecretRequest'];
export type RpcStatus = components['schemas']['RpcStatus'];
export type SafetySetting = components['schemas']['SafetySetting'];
export type ScoreAnswer = components['schemas']['ScoreAnswer'];
export type ScoreQuestion = components['schemas']['ScoreQuestion'];
export type ServiceTier = components['schemas']['ServiceTier'];
export type SessionConfig = components['schemas']['SessionConfig'];
export type SigningSecret = components['schemas']['SigningSecret'];
export type SmartTranscriptionMode = components['schemas']['SmartTranscriptionMode'];
export type SourceType = components['schemas']['SourceType'];
export type SpeakerConfig = components['schemas']['SpeakerConfig'];
export type SpeechAnnotation = components['schemas']['SpeechAnnotation'];
export type SpeechConfig = components['schemas']['SpeechConfig'];
export type StartedFunctionResultStep = components['schemas']['StartedFunctionResultStep'];
export type StartedStep = components['schemas']['StartedStep'];
export type StaticMediaProcessing = components['schemas']['StaticMediaProcessing'];
export type Step = components['schemas']['Step'];
export type StepDelta = components['schemas']['StepDelta'];
export type StepDeltaData = components['schemas']['StepDeltaData'];
export type StepDeltaMetadata = components['schemas']['StepDeltaMetadata'];
export type StepStart = components['schemas']['StepStart'];
export type StepStop = components['schemas']['StepStop'];
export type Task = components['schemas']['Task'];
export type TextAnnotationDelta = components['schemas']['TextAnnotationDelta'];
export type TextContent = components['schemas']['TextContent'];
export type TextDelta = components['schemas']['TextDelta'];
export type TextResponseFormat = components['schemas']['TextResponseFormat'];
export type TextResponseFormatMimeType = components['schemas']['TextResponseFormatMimeType'];
export type ThinkingLevel = components['schemas']['ThinkingLevel'];
export type ThinkingSummaries = components['schemas']['ThinkingSummaries'];
export type ThoughtSignatureDelta = components['schemas']['ThoughtSignatureDelta'];
export type ThoughtStep = components['schemas']['ThoughtStep'];
export type ThoughtSummaryContent = components['schemas']['ThoughtSummaryContent'];
export type ThoughtSummaryDelta = components['schemas']['ThoughtSummaryDelta'];
export type Threshold = components['schemas']['Threshold'];
export type Tool = components['schemas']['Tool'];
export type ToolChoiceConfig = components['schemas']['ToolChoiceConfig'];
export type ToolChoiceType = components['schemas']['ToolChoiceType'];
export type ToolResult = components['schemas']['ToolResult'];
export type TranscriptionConfig = components['schemas']['TranscriptionConfig'];
export type TranscriptionConfigModeEnum = components['schemas']['TranscriptionConfigModeEnum'];
export type TranscriptionMode = components['schemas']['TranscriptionMode'];
export type Trigger = components['schemas']['Trigger'];
export type TriggerCreateParams = components['schemas']['TriggerCreateParams'];
export type TriggerExecution = components['schemas']['TriggerExecution'];
export type TriggerExecutionStatus = components['schemas']['TriggerExecutionStatus'];
export type TriggerStatus = components['schemas']['TriggerStatus'];
export type TriggerUpdate = components['schemas']['TriggerUpdate'];
export type URLCitation = components['schemas']['URLCitation'];
export type URLContext = components['schemas']['URLContext'];
export type URLContextCallArguments = components['schemas']['URLContextCallArguments'];
export type URLContextCallDelta = components['schemas']['URLContextCallDelta'];
export type URLContextCallStep = components['schemas']['URLContextCallStep'];
export type URLContextResult = components['schemas']['URLContextResult'];
export type URLContextResultDelta = components['schemas']['URLContextResultDelta'];
export type URLContextResultStatus = components['schemas']['URLContextResultStatus'];
export type URLContextResultStep = components['schemas']['URLContextResultStep'];
export type Usage = components['schemas']['Usage'];
export type UserInputStep = components['schemas']['UserInputStep'];
export type VerbatimTranscriptionMode = components['schemas']['VerbatimTranscriptionMode'];
export type VertexAISearchConfig = components['schemas']['VertexAISearchConfig'];
export type VideoConfig = components['schemas']['VideoConfig'];
export type VideoContent = components['schemas']['VideoContent'];
export type VideoContentMimeType = components['schemas']['VideoContentMimeType'];
export type VideoDelta = components['schemas']['VideoDelta'];
export type VideoDeltaMimeType = components['schemas']['VideoDeltaMimeType'];
export type VideoResponseFormat = components['schemas']['VideoResponseFormat'];
export type VideoResponseFormatAspectRatio = components['schemas']['VideoResponseFormatAspectRatio'];
export type VideoResponseFormatDelivery = components['schemas']['VideoResponseFormatDelivery'];
export type Visualization = components['schemas']['Visualization'];
export type Voice = components['schemas']['Voice'];
export type VoiceInput = components['schemas']['VoiceInput'];
export type VoiceType = components['schemas']['VoiceType'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookConfig = components['schemas']['WebhookConfig'];
export type WebhookEventBody = components['schemas']['WebhookEventBody'];
export type WebhookEventData = components['schemas']['WebhookEventData'];
export type WebhookEventType = components['schemas']['WebhookEventType'];
export type WebhookInput = components['schemas']['WebhookInput'];
export type WebhookListResponse = components['schemas']['WebhookListResponse'];
export type WebhookRotateSigningSecretResponse = components['schemas']['WebhookRotateSigningSecretResponse'];
export type WebhookState = components['schemas']['WebhookState'];
export type WebhookSubscribedEvent = components['schemas']['WebhookSubscribedEvent'];
export type WebhookUpdate = components['schemas']['WebhookUpdate'];
export type WordInfo = components['schemas']['WordInfo'];
export type ResponseAgent = components['responses']['Agent'];
export type ResponseAgentList = components['responses']['AgentList'];
export type ResponseCredential = components['responses']['Credential'];
export type ResponseCredentialList = components['responses']['CredentialList'];
export type ResponseDecision = components['responses']['Decision'];
export type ResponseDeleted = components['responses']['Deleted'];
export type ResponseEnvironment = components['responses']['Environment'];
export type ResponseEnvironmentFiles = components['responses']['EnvironmentFiles'];
export type ResponseEnvironmentList = components['responses']['EnvironmentList'];
export type ResponseError = components['responses']['Error'];
export type ResponseInteraction = components['responses']['Interaction'];
export type ResponseInteractionOrStream = components['responses']['InteractionOrStream'];
export type ResponseNotReceived = components['responses']['NotReceived'];
export type ResponsePinged = components['responses']['Pinged'];
export type ResponseReceived = components['responses']['Received'];
export type ResponseRotatedSecret = components['responses']['RotatedSecret'];
export type ResponseTrigger = components['responses']['Trigger'];
export type ResponseTriggerExecution = components['responses']['TriggerExecution'];
export type ResponseTriggerExecutionList = components['responses']['TriggerExecutionList'];
export type ResponseTriggerList = components['responses']['TriggerList'];
export type ResponseUploadSession = components['responses']['UploadSession'];
export type ResponseVoice = components['responses']['Voice'];
export type ResponseVoiceList = components['responses']['VoiceList'];
export type ResponseWebhook = components['responses']['Webhook'];
export type ResponseWebhookList = components['responses']['WebhookList'];
export type ParameterAccent = components['parameters']['Accent'];
export type ParameterAgentId = components['parameters']['AgentId'];
export type ParameterAltMedia = components['parameters']['AltMedia'];
export type ParameterContexts = components['parameters']['Contexts'];
export type ParameterCredentialId = components['parameters']['CredentialId'];
export type ParameterEnvironment = components['parameters']['Environment'];
export type ParameterEnvironmentId = components['parameters']['EnvironmentId'];
export type ParameterExtract = components['parameters']['Extract'];
export type ParameterFilePath = components['parameters']['FilePath'];
export type ParameterGender = components['parameters']['Gender'];
export type ParameterId = components['parameters']['Id'];
export type ParameterIncludeInput = components['parameters']['IncludeInput'];
export type ParameterLanguageCode = components['parameters']['LanguageCode'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type ParameterLocation = components['parameters']['Location'];
export type ParameterOverwrite = components['parameters']['Overwrite'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterPageToken = components['parameters']['PageToken'];
export type ParameterParent = components['parameters']['Parent'];
export type ParameterPersona = components['parameters']['Persona'];
export type ParameterPitch = components['parameters']['Pitch'];
export type ParameterProject = components['parameters']['Project'];
export type ParameterRecursive = components['parameters']['Recursive'];
export type ParameterRegionCode = components['parameters']['RegionCode'];
export type ParameterStream = components['parameters']['Stream'];
export type ParameterTriggerFilter = components['parameters']['TriggerFilter'];
export type ParameterTriggerId = components['parameters']['TriggerId'];
export type ParameterUpdateMask = components['parameters']['UpdateMask'];
export type ParameterUploadCommand = components['parameters']['UploadCommand'];
export type ParameterUploadId = components['parameters']['UploadId'];
export type ParameterUploadLength = components['parameters']['UploadLength'];
export type ParameterUploadOffset = components['parameters']['UploadOffset'];
export type ParameterUploadProtocol = components['parameters']['UploadProtocol'];
export type ParameterUploadStep = components['parameters']['UploadStep'];
export type ParameterUploadType = components['parameters']['UploadType'];
export type ParameterVoiceId = components['parameters']['VoiceId'];
export type ParameterVoiceSearch = components['parameters']['VoiceSearch'];
export type ParameterVoiceTypes = components['parameters']['VoiceTypes'];
export type ParameterWebhookId = components['parameters']['WebhookId'];
export type RequestBodyCreateAgent = components['requestBodies']['CreateAgent'];
export type RequestBodyCreateCredential = components['requestBodies']['CreateCredential'];
export type RequestBodyCreateDecision = components['requestBodies']['CreateDecision'];
export type RequestBodyCreateEnvironment = components['requestBodies']['CreateEnvironment'];
export type RequestBodyCreateInteraction = components['requestBodies']['CreateInteraction'];
export type RequestBodyCreateTrigger = components['requestBodies']['CreateTrigger'];
export type RequestBodyCreateVoice = components['requestBodies']['CreateVoice'];
export type RequestBodyCreateWebhook = components['requestBodies']['CreateWebhook'];
export type RequestBodyDelivery = components['requestBodies']['Delivery'];
export type RequestBodyEmpty = components['requestBodies']['Empty'];
export type RequestBodyFile = components['requestBodies']['File'];
export type RequestBodyRotateSigningSecret = components['requestBodies']['RotateSigningSecret'];
export type RequestBodyUpdateCredential = components['requestBodies']['UpdateCredential'];
export type RequestBodyUpdateTrigger = components['requestBodies']['UpdateTrigger'];
export type RequestBodyUpdateWebhook = components['requestBodies']['UpdateWebhook'];
export type $defs = Record<string, never>;
export interface operations {
    createInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateInteraction"];
        responses: {
            200: components["responses"]["InteractionOrStream"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getInteractionById: {
        parameters: {
            query?: {
                /** Answer with server-sent events: the stored ones, then live ones while the run continues. Without it the response is the interaction as JSON. */
                stream?: components["parameters"]["Stream"] | undefined;
                /** Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
                last_event_id?: components["parameters"]["LastEventId"] | undefined;
                /** Add the request's `input` to the interaction. Off unless set; since January 2026. */
                include_input?: components["parameters"]["IncludeInput"] | undefined;
            };
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InteractionOrStream"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    cancelInteractionById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Empty"];
        responses: {
            200: components["responses"]["Interaction"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateWebhook"];
        responses: {
            200: components["responses"]["Webhook"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: {
                /** Names of the members to change, with commas between them. In practice ignored: the members of the body are changed. */
                update_mask?: components["parameters"]["UpdateMask"] | undefined;
            };
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateWebhook"];
        responses: {
            200: components["responses"]["Webhook"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Empty"];
        responses: {
            200: components["responses"]["Pinged"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    rotateSigningSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RotateSigningSecret"];
        responses: {
            200: components["responses"]["RotatedSecret"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listEnvironments: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EnvironmentList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateEnvironment"];
        responses: {
            200: components["responses"]["Environment"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Environment"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getEnvironmentFiles: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** List the directories inside the directory as well. Off unless set. */
                recursive?: components["parameters"]["Recursive"] | undefined;
                /** `media` returns the content of the file instead of a description of it. */
                alt?: components["parameters"]["AltMedia"] | undefined;
            };
            header?: never;
            path: {
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EnvironmentFiles"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    startEnvironmentFileUpload: {
        parameters: {
            query?: {
                /** Unpack the uploaded file, a tar or tar.gz archive, into the path. Off unless set. */
                extract?: components["parameters"]["Extract"] | undefined;
                /** Replace a file that exists. Off unless set. */
                overwrite?: components["parameters"]["Overwrite"] | undefined;
            };
            header: {
                /** Always `resumable`. */
                "X-Goog-Upload-Protocol": components["parameters"]["UploadProtocol"];
                /** Always `start`. */
                "X-Goog-Upload-Command": components["parameters"]["UploadCommand"];
                /** Size of the file that will be uploaded, in bytes. */
                "X-Goog-Upload-Header-Content-Length": components["parameters"]["UploadLength"];
                /** MIME type of the file that will be uploaded. */
                "X-Goog-Upload-Header-Content-Type": components["parameters"]["UploadType"];
            };
            path: {
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UploadSession"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    uploadEnvironmentFile: {
        parameters: {
            query: {
                /** Names the upload, as the address that the start answered does. */
                upload_id: components["parameters"]["UploadId"];
            };
            header: {
                /** `upload` for some of the bytes, `upload, finalize` for the last of them. */
                "X-Goog-Upload-Command": components["parameters"]["UploadStep"];
                /** How many bytes were sent before these. */
                "X-Goog-Upload-Offset": components["parameters"]["UploadOffset"];
            };
            path: {
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["File"];
        responses: {
            200: components["responses"]["EnvironmentFiles"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** Where the agents are, `projects/{project}/locations/{location}`. By default the project of the key. */
                parent?: components["parameters"]["Parent"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createAgent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateAgent"];
        responses: {
            200: components["responses"]["Agent"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listCredentials: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CredentialList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createCredential: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateCredential"];
        responses: {
            200: components["responses"]["Credential"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Credential"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    updateCredential: {
        parameters: {
            query?: {
                /** Names of the members to change, with commas between them. In practice ignored: the members of the body are changed. */
                update_mask?: components["parameters"]["UpdateMask"] | undefined;
            };
            header?: never;
            path: {
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateCredential"];
        responses: {
            200: components["responses"]["Credential"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listTriggers: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** Which triggers to list, as a filter expression over their members, such as `status`. Without it, all. */
                filter?: components["parameters"]["TriggerFilter"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TriggerList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateTrigger"];
        responses: {
            200: components["responses"]["Trigger"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Trigger"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    updateTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateTrigger"];
        responses: {
            200: components["responses"]["Trigger"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listTriggerExecutions: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TriggerExecutionList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    runTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TriggerExecution"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVoices: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** Accents to list, such as `British`, in any case. Without it, all. */
                accent?: components["parameters"]["Accent"] | undefined;
                /** Domains to list, such as `News`, in any case. Without it, all. */
                contexts?: components["parameters"]["Contexts"] | undefined;
                /** How the voices to list are perceived, such as `female` or `neutral`, in any case. Without it, all. */
                gender?: components["parameters"]["Gender"] | undefined;
                /** BCP 47 tags to list, such as `en-US`, in any case. Without it, all. */
                language_code?: components["parameters"]["LanguageCode"] | undefined;
                /** Characters to list, such as `Narrator`, in any case. Without it, all. */
                persona?: components["parameters"]["Persona"] | undefined;
                /** Pitches to list: `low`, `medium`, `high`. Without it, all. */
                pitch?: components["parameters"]["Pitch"] | undefined;
                /** ISO 3166-1 or UN M.49 codes of regions to list, such as `US` or `001`. Without it, all. */
                region_code?: components["parameters"]["RegionCode"] | undefined;
                /** Text to find in the name or the description of a voice, in any case; at most 2048 bytes. */
                search?: components["parameters"]["VoiceSearch"] | undefined;
                /** Kinds of voices to list: `prebuilt`, `prompted`, `replicated`. Without it, all. */
                type?: components["parameters"]["VoiceTypes"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VoiceList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateVoice"];
        responses: {
            200: components["responses"]["Voice"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the voice, one path segment. */
                id: components["parameters"]["VoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Voice"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the voice, one path segment. */
                id: components["parameters"]["VoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createDecision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateDecision"];
        responses: {
            200: components["responses"]["Decision"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateInteraction"];
        responses: {
            200: components["responses"]["InteractionOrStream"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexInteractionById: {
        parameters: {
            query?: {
                /** Answer with server-sent events: the stored ones, then live ones while the run continues. Without it the response is the interaction as JSON. */
                stream?: components["parameters"]["Stream"] | undefined;
                /** Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
                last_event_id?: components["parameters"]["LastEventId"] | undefined;
                /** Add the request's `input` to the interaction. Off unless set; since January 2026. */
                include_input?: components["parameters"]["IncludeInput"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InteractionOrStream"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getUnscopedVertexInteractionById: {
        parameters: {
            query?: {
                /** Answer with server-sent events: the stored ones, then live ones while the run continues. Without it the response is the interaction as JSON. */
                stream?: components["parameters"]["Stream"] | undefined;
                /** Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
                last_event_id?: components["parameters"]["LastEventId"] | undefined;
                /** Add the request's `input` to the interaction. Off unless set; since January 2026. */
                include_input?: components["parameters"]["IncludeInput"] | undefined;
            };
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InteractionOrStream"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteUnscopedVertexInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    cancelVertexInteractionById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Empty"];
        responses: {
            200: components["responses"]["Interaction"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    cancelUnscopedVertexInteractionById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Empty"];
        responses: {
            200: components["responses"]["Interaction"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexWebhooks: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateWebhook"];
        responses: {
            200: components["responses"]["Webhook"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    updateVertexWebhook: {
        parameters: {
            query?: {
                /** Names of the members to change, with commas between them. In practice ignored: the members of the body are changed. */
                update_mask?: components["parameters"]["UpdateMask"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateWebhook"];
        responses: {
            200: components["responses"]["Webhook"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    pingVertexWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Empty"];
        responses: {
            200: components["responses"]["Pinged"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    rotateVertexSigningSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RotateSigningSecret"];
        responses: {
            200: components["responses"]["RotatedSecret"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexEnvironments: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EnvironmentList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateEnvironment"];
        responses: {
            200: components["responses"]["Environment"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Environment"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexEnvironmentFiles: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** List the directories inside the directory as well. Off unless set. */
                recursive?: components["parameters"]["Recursive"] | undefined;
                /** `media` returns the content of the file instead of a description of it. */
                alt?: components["parameters"]["AltMedia"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EnvironmentFiles"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexAgents: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** Where the agents are, `projects/{project}/locations/{location}`. By default the project of the key. */
                parent?: components["parameters"]["Parent"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateAgent"];
        responses: {
            200: components["responses"]["Agent"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexCredentials: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CredentialList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateCredential"];
        responses: {
            200: components["responses"]["Credential"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Credential"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    updateVertexCredential: {
        parameters: {
            query?: {
                /** Names of the members to change, with commas between them. In practice ignored: the members of the body are changed. */
                update_mask?: components["parameters"]["UpdateMask"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the credential, one path segment. */
                id: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateCredential"];
        responses: {
            200: components["responses"]["Credential"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexTriggers: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** Which triggers to list, as a filter expression over their members, such as `status`. Without it, all. */
                filter?: components["parameters"]["TriggerFilter"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TriggerList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateTrigger"];
        responses: {
            200: components["responses"]["Trigger"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Trigger"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    updateVertexTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateTrigger"];
        responses: {
            200: components["responses"]["Trigger"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexTriggerExecutions: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TriggerExecutionList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    runVertexTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the trigger, one path segment. */
                id: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TriggerExecution"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    listVertexVoices: {
        parameters: {
            query?: {
                /** Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** Accents to list, such as `British`, in any case. Without it, all. */
                accent?: components["parameters"]["Accent"] | undefined;
                /** Domains to list, such as `News`, in any case. Without it, all. */
                contexts?: components["parameters"]["Contexts"] | undefined;
                /** How the voices to list are perceived, such as `female` or `neutral`, in any case. Without it, all. */
                gender?: components["parameters"]["Gender"] | undefined;
                /** BCP 47 tags to list, such as `en-US`, in any case. Without it, all. */
                language_code?: components["parameters"]["LanguageCode"] | undefined;
                /** Characters to list, such as `Narrator`, in any case. Without it, all. */
                persona?: components["parameters"]["Persona"] | undefined;
                /** Pitches to list: `low`, `medium`, `high`. Without it, all. */
                pitch?: components["parameters"]["Pitch"] | undefined;
                /** ISO 3166-1 or UN M.49 codes of regions to list, such as `US` or `001`. Without it, all. */
                region_code?: components["parameters"]["RegionCode"] | undefined;
                /** Text to find in the name or the description of a voice, in any case; at most 2048 bytes. */
                search?: components["parameters"]["VoiceSearch"] | undefined;
                /** Kinds of voices to list: `prebuilt`, `prompted`, `replicated`. Without it, all. */
                type?: components["parameters"]["VoiceTypes"] | undefined;
            };
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VoiceList"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateVoice"];
        responses: {
            200: components["responses"]["Voice"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    getVertexVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the voice, one path segment. */
                id: components["parameters"]["VoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Voice"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    deleteVertexVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** Id of the voice, one path segment. */
                id: components["parameters"]["VoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    createVertexDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateDecision"];
        responses: {
            200: components["responses"]["Decision"];
            "4XX": components["responses"]["Error"];
            "5XX": components["responses"]["Error"];
        };
    };
    receiveDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Delivery"];
        responses: {
            200: components["responses"]["Received"];
            "4XX": components["responses"]["NotReceived"];
            "5XX": components["responses"]["NotReceived"];
        };
    };
}
