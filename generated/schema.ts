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
         * Create an interaction
         * @description Runs a model or an agent on the given input. `stream: true` in the body turns the answer into server-sent events; `background: true` answers at once and runs on at the service. Not idempotent: a repeated request is a second, billed run.
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an interaction
         * @description Reads a stored interaction, or with `stream` replays its events and goes on live.
         */
        get: operations["getInteractionById"];
        put?: never;
        post?: never;
        /**
         * Delete an interaction
         * @description Removes a stored interaction; it does not cancel a run. Some backends answer 501.
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an interaction
         * @description Stops a background run that is still going. The answer may still say `in_progress` for a moment. Tokens already produced are billed.
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
         * List the webhooks
         * @description Lists the registered webhooks of the project, page by page.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register a webhook
         * @description Registers an address for the events of this project. Only this answer has the signing secret, in `new_signing_secret`. A repeated request registers a second webhook.
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
                /** @description Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description Reads a registered webhook, without its secrets.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Ends deliveries to the webhook and removes it.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description Changes the members that the body holds and leaves the others as they are.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1beta/webhooks/{id}:ping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ping a webhook
         * @description Sends a test delivery to the address of the webhook. The answer does not wait for it.
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
                /** @description Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a signing secret
         * @description Makes a new signing secret for the webhook and answers it; it cannot be read again. The earlier ones end at once or after a day, as the body says.
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
         * List the environments
         * @description Lists the sandboxes of the project, page by page.
         */
        get: operations["listEnvironments"];
        put?: never;
        /**
         * Create an environment
         * @description Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into `environment` of an interaction. A repeated request creates a second one.
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
                /** @description Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        /**
         * Get an environment
         * @description Reads what is known of a sandbox: status, size and network.
         */
        get: operations["getEnvironment"];
        put?: never;
        post?: never;
        /**
         * Delete an environment
         * @description Deletes a sandbox with its files.
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
                /** @description Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        /**
         * List or read files of an environment
         * @description Lists a directory of a sandbox, or tells about one file. With `alt: media` the answer is the content of the file; read it with `parseAs`.
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
                /** @description Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Start an upload into an environment
         * @description Opens a resumable upload session. Its address comes in the header `x-goog-upload-url`; the bytes go there, not to this path.
         */
        put: operations["startEnvironmentFileUpload"];
        post?: never;
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
         * List the agents
         * @description Lists the custom agents, page by page.
         */
        get: operations["listAgents"];
        put?: never;
        /**
         * Create an agent
         * @description Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
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
                /** @description Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /**
         * Get an agent
         * @description Reads a custom agent.
         */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        /**
         * Delete an agent
         * @description Deletes a custom agent.
         */
        delete: operations["deleteAgent"];
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an interaction on Vertex AI
         * @description Runs a model or an agent on the given input. `stream: true` in the body turns the answer into server-sent events; `background: true` answers at once and runs on at the service. Not idempotent: a repeated request is a second, billed run.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an interaction on Vertex AI
         * @description Reads a stored interaction, or with `stream` replays its events and goes on live.
         */
        get: operations["getVertexInteractionById"];
        put?: never;
        post?: never;
        /**
         * Delete an interaction on Vertex AI
         * @description Removes a stored interaction; it does not cancel a run. Some backends answer 501.
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an interaction on Vertex AI without its project and location
         * @description Reads a stored interaction, or with `stream` replays its events and goes on live.
         */
        get: operations["getUnscopedVertexInteractionById"];
        put?: never;
        post?: never;
        /**
         * Delete an interaction on Vertex AI without its project and location
         * @description Removes a stored interaction; it does not cancel a run. Some backends answer 501.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an interaction on Vertex AI
         * @description Stops a background run that is still going. The answer may still say `in_progress` for a moment. Tokens already produced are billed.
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an interaction on Vertex AI without its project and location
         * @description Stops a background run that is still going. The answer may still say `in_progress` for a moment. Tokens already produced are billed.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * List the webhooks on Vertex AI
         * @description Lists the registered webhooks of the project, page by page.
         */
        get: operations["listVertexWebhooks"];
        put?: never;
        /**
         * Register a webhook on Vertex AI
         * @description Registers an address for the events of this project. Only this answer has the signing secret, in `new_signing_secret`. A repeated request registers a second webhook.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook on Vertex AI
         * @description Reads a registered webhook, without its secrets.
         */
        get: operations["getVertexWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook on Vertex AI
         * @description Ends deliveries to the webhook and removes it.
         */
        delete: operations["deleteVertexWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook on Vertex AI
         * @description Changes the members that the body holds and leaves the others as they are.
         */
        patch: operations["updateVertexWebhook"];
        trace?: never;
    };
    "/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:ping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ping a webhook on Vertex AI
         * @description Sends a test delivery to the address of the webhook. The answer does not wait for it.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a signing secret on Vertex AI
         * @description Makes a new signing secret for the webhook and answers it; it cannot be read again. The earlier ones end at once or after a day, as the body says.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * List the environments on Vertex AI
         * @description Lists the sandboxes of the project, page by page.
         */
        get: operations["listVertexEnvironments"];
        put?: never;
        /**
         * Create an environment on Vertex AI
         * @description Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into `environment` of an interaction. A repeated request creates a second one.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the environment, one path segment. */
                id: components["parameters"]["EnvironmentId"];
            };
            cookie?: never;
        };
        /**
         * Get an environment on Vertex AI
         * @description Reads what is known of a sandbox: status, size and network.
         */
        get: operations["getVertexEnvironment"];
        put?: never;
        post?: never;
        /**
         * Delete an environment on Vertex AI
         * @description Deletes a sandbox with its files.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
                path: components["parameters"]["FilePath"];
            };
            cookie?: never;
        };
        /**
         * List or read files of an environment on Vertex AI
         * @description Lists a directory of a sandbox, or tells about one file. With `alt: media` the answer is the content of the file; read it with `parseAs`.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
            };
            cookie?: never;
        };
        /**
         * List the agents on Vertex AI
         * @description Lists the custom agents, page by page.
         */
        get: operations["listVertexAgents"];
        put?: never;
        /**
         * Create an agent on Vertex AI
         * @description Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the agent, one path segment. */
                id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /**
         * Get an agent on Vertex AI
         * @description Reads a custom agent.
         */
        get: operations["getVertexAgent"];
        put?: never;
        post?: never;
        /**
         * Delete an agent on Vertex AI
         * @description Deletes a custom agent.
         */
        delete: operations["deleteVertexAgent"];
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
         * Receive a delivery
         * @description What the service sends to a registered webhook, or to the `webhook_config.uris` of a request. It sends it again, for up to a day, until it gets a 2xx.
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
        /** @description A custom agent, which builds on another one. Its id goes into `agent` of an interaction. */
        Agent: {
            /** @description Id of the agent, chosen at creation. */
            id?: string | undefined;
            /** @description Id of the agent that it builds on, such as `antigravity-preview-09-2026`. */
            base_agent?: string | undefined;
            /** @description What the agent is for, for people who look through a list of them. */
            description?: string | undefined;
            /** @description Standing instruction for the agent. */
            system_instruction?: string | undefined;
            /** @description Tools that the agent may use. */
            tools?: components["schemas"]["AgentTool"][] | undefined;
            /** @description The sandbox that it works in, or the id of one. */
            base_environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** @description Settings of the agent that it builds on. */
            agent_config?: components["schemas"]["AntigravityAgentConfig"] | undefined;
        };
        /** @description Settings of an agent, told apart by `type`, which names the family of the agent. */
        AgentConfig: components["schemas"]["DeepResearchAgentConfig"] | components["schemas"]["AntigravityAgentConfig"] | components["schemas"]["CodeMenderAgentConfig"] | components["schemas"]["DynamicAgentConfig"];
        /** @description One page of agents. */
        AgentListResponse: {
            /** @description The agents of this page. Absent when there are none. */
            agents?: components["schemas"]["Agent"][] | undefined;
            /** @description Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /**
         * @description Known agent ids, as hints; custom agents have ids of their own. `antigravity-preview-05-2026` was shut down on 2026-10-05, `antigravity-preview-09-2026` follows it.
         * @enum {string}
         */
        AgentOption: "deep-research-pro-preview-12-2025" | "deep-research-preview-04-2026" | "deep-research-max-preview-04-2026" | "antigravity-preview-05-2026" | "antigravity-preview-09-2026" | (string & {});
        /** @description A tool that a custom agent may use, told apart by `type`. */
        AgentTool: components["schemas"]["CodeExecution"] | components["schemas"]["FunctionTool"] | components["schemas"]["GoogleSearch"] | components["schemas"]["MCPServer"] | components["schemas"]["URLContext"];
        /** @description A choice of tools by name, for `tool_choice` or for the tools of an MCP server. */
        AllowedTools: {
            /** @description Whether the model may, must or must not call the named tools. */
            mode?: components["schemas"]["ToolChoiceType"] | undefined;
            /** @description Names of the tools. */
            tools?: string[] | undefined;
        };
        /** @description A domain that may be reached, and what the proxy adds to requests that go there. */
        AllowlistEntry: {
            /**
             * @description Domain name. May hold wildcards; `*` alone means every domain.
             * @example *.googleapis.com
             */
            domain: string;
            /** @description Headers that the proxy adds to each request to the domain, as one map or a list of maps. */
            transform?: ({
                [key: string]: string;
            } | {
                [key: string]: string;
            }[]) | undefined;
            /** @description Id of a stored credential to use for the domain. */
            credential?: string | undefined;
        };
        /** @description A note on a range of a text block, told apart by `type`. `start_index` and `end_index` count bytes of the UTF-8 text, so slicing a JavaScript string with them goes wrong as soon as the text is not ASCII. */
        Annotation: components["schemas"]["URLCitation"] | components["schemas"]["FileCitation"] | components["schemas"]["PlaceCitation"] | components["schemas"]["SpeechAnnotation"] | components["schemas"]["WordInfo"];
        /** @description Settings of an Antigravity agent, which works in a sandbox; see `environment`. */
        AntigravityAgentConfig: {
            /**
             * @description Marks the settings of Antigravity.
             * @constant
             */
            type: "antigravity";
            /** @description Id of the model the agent reasons with. */
            model?: string | undefined;
            /**
             * Format: int64
             * @description Most tokens of the whole run. An int64, written as a string.
             */
            max_total_tokens?: string | undefined;
        };
        /** @description More of the arguments of a function call. Agents use it for other calls too. */
        ArgumentsDelta: {
            /**
             * @description Always `arguments_delta`.
             * @constant
             */
            type: "arguments_delta";
            /** @description Fragment of JSON text, not an object. Join all fragments of the step and parse them at `step.stop`; with none, the arguments of `step.start` stand. */
            arguments?: string | undefined;
        };
        /** @description An audio block. Streamed speech comes as several blocks of raw PCM (`audio/l16`); join the decoded bytes, never the base64 texts. */
        AudioContent: {
            /**
             * @description Marks an audio block.
             * @constant
             */
            type: "audio";
            /** @description The audio as base64. Set this or `uri`. */
            data?: string | undefined;
            /** @description Where the service, or the reader of an answer, finds the audio. Set this or `data`. */
            uri?: string | undefined;
            /** @description Audio format. `audio/l16` is raw PCM without a header. */
            mime_type?: components["schemas"]["AudioContentMimeType"] | undefined;
            /**
             * Format: int32
             * @description Samples per second, in Hz.
             */
            sample_rate?: number | undefined;
            /**
             * Format: int32
             * @description Number of audio channels.
             */
            channels?: number | undefined;
        };
        /**
         * @description Known audio formats. Other strings may appear.
         * @enum {string}
         */
        AudioContentMimeType: "audio/wav" | "audio/mp3" | "audio/aiff" | "audio/aac" | "audio/ogg" | "audio/flac" | "audio/mpeg" | "audio/m4a" | "audio/l16" | "audio/opus" | "audio/alaw" | "audio/mulaw" | "audio/webm" | (string & {});
        /** @description A piece of audio. Speech comes as raw PCM in several deltas, to be joined as decoded bytes where `mime_type`, `sample_rate` and `channels` agree. */
        AudioDelta: {
            /**
             * @description Always `audio`.
             * @constant
             */
            type: "audio";
            /** @description The audio in base64. Never join base64 strings, only what they decode to. */
            data?: string | undefined;
            /** @description Where the service keeps the audio, instead of `data`. */
            uri?: string | undefined;
            /** @description MIME type of the audio, `audio/l16` for raw PCM. */
            mime_type?: components["schemas"]["AudioContentMimeType"] | undefined;
            /**
             * Format: int32
             * @description Samples per second, in hertz.
             */
            sample_rate?: number | undefined;
            /**
             * Format: int32
             * @description Number of channels, 1 for mono.
             */
            channels?: number | undefined;
            /**
             * Format: int32
             * @deprecated
             * @description Ignored. Replaced by `sample_rate`.
             */
            rate?: number | undefined;
        };
        /** @description Audio output: speech or music. */
        AudioResponseFormat: {
            /**
             * @description Marks the format of audio.
             * @constant
             */
            type: "audio";
            /** @description Audio format. */
            mime_type?: components["schemas"]["AudioResponseFormatMimeType"] | undefined;
            /**
             * Format: int32
             * @description Samples per second, in Hz.
             */
            sample_rate?: number | undefined;
            /**
             * Format: int32
             * @description Bits per second. Only for the compressed formats, MP3 and Opus.
             */
            bit_rate?: number | undefined;
            /** @description Whether the audio comes in the answer or as a URI. */
            delivery?: components["schemas"]["AudioResponseFormatDelivery"] | undefined;
        };
        /**
         * @description `inline` puts the audio into `data` as base64, `uri` gives its `uri`.
         * @enum {string}
         */
        AudioResponseFormatDelivery: "inline" | "uri" | (string & {});
        /**
         * @description Known formats of audio output. `audio/l16` is raw PCM without a header, which is also how speech is streamed.
         * @enum {string}
         */
        AudioResponseFormatMimeType: "audio/mp3" | "audio/ogg_opus" | "audio/l16" | "audio/wav" | "audio/alaw" | "audio/mulaw" | (string & {});
        /** @description A shell in the agent's sandbox. Error texts of the service and its page on errors name this tool; no published schema has it. */
        Bash: {
            /**
             * @description Marks the shell.
             * @constant
             */
            type: "bash";
        };
        /** @description Runs code that the model writes, at the service. Python, since November 2026 also Bash. */
        CodeExecution: {
            /**
             * @description Marks code execution.
             * @constant
             */
            type: "code_execution";
        };
        /** @description Code that the service runs. */
        CodeExecutionCallArguments: {
            /** @description The source code. */
            code?: string | undefined;
            /** @description Language of the code. */
            language?: components["schemas"]["Language"] | undefined;
        };
        /** @description Code that the service runs. */
        CodeExecutionCallDelta: {
            /**
             * @description Always `code_execution_call`.
             * @constant
             */
            type: "code_execution_call";
            /** @description Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["CodeExecutionCallArguments"];
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Code that the service runs for the model. */
        CodeExecutionCallStep: {
            /**
             * @description Always `code_execution_call`.
             * @constant
             */
            type: "code_execution_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description The code and its language. Often absent in `step.start`. */
            arguments?: components["schemas"]["CodeExecutionCallArguments"] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Outcome of code that the service ran. */
        CodeExecutionResultDelta: {
            /**
             * @description Always `code_execution_result`.
             * @constant
             */
            type: "code_execution_result";
            /** @description What the code printed, to be appended to what came before. */
            result: string;
            /** @description Whether the code failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Outcome of code that the service ran. */
        CodeExecutionResultStep: {
            /**
             * @description Always `code_execution_result`.
             * @constant
             */
            type: "code_execution_result";
            /** @description Id of the code execution call that this answers. */
            call_id: string;
            /** @description What the code printed, or content blocks since November 2026. Often absent in `step.start`. */
            result?: (components["schemas"]["Content"][] | string) | undefined;
            /** @description Whether the code failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Settings of CodeMender, the agent that finds and fixes vulnerabilities in code. */
        CodeMenderAgentConfig: {
            /**
             * @description Marks the settings of CodeMender.
             * @constant
             */
            type: "code-mender";
            /** @description Id of the model to use, one per session. */
            model?: string | undefined;
            /** @description Look for vulnerabilities. */
            find_request?: components["schemas"]["FindRequest"] | undefined;
            /** @description Repair a vulnerability. */
            fix_request?: components["schemas"]["FixRequest"] | undefined;
            /** @description Groups the interactions of one session. */
            session_id?: string | undefined;
            /** @description Limits of the session. */
            session_config?: components["schemas"]["SessionConfig"] | undefined;
        };
        /** @description Lets the model operate a screen by way of predefined functions. */
        ComputerUse: {
            /**
             * @description Marks computer use.
             * @constant
             */
            type: "computer_use";
            /** @description What is operated. */
            environment?: components["schemas"]["EnvironmentEnum"] | undefined;
            /** @description Names of predefined functions the model must not call. */
            excluded_predefined_functions?: string[] | undefined;
            /** @description Check what the model sees for prompt injection. */
            enable_prompt_injection_detection?: boolean | undefined;
            /** @description Safety policies to switch off. */
            disabled_safety_policies?: components["schemas"]["DisabledSafetyPolicy"][] | undefined;
        };
        /** @description One block of what a user sends or a model answers, told apart by `type`. Media blocks hold their payload either inline (`data`) or by reference (`uri`). The published `v1` contract leaves video out, although the service takes it there. */
        Content: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["AudioContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["VideoContent"];
        /** @description A create call that an agent answers. `model` and `generation_config` beside it are a 400. The published `v1` contract leaves out `service_tier`, `environment`, `labels`, `webhook_config` and `continuation_token`. */
        CreateAgentInteraction: {
            /** @description Id of the agent that answers, built in or custom. Excludes `model`. */
            agent: components["schemas"]["AgentOption"];
            /** @description The task. Optional in the schema, needed in practice (`v1` requires it). */
            input?: components["schemas"]["InteractionsInput"] | undefined;
            /** @description Settings of the agent, in place of `generation_config`. With a model it is a 400. */
            agent_config?: components["schemas"]["AgentConfig"] | undefined;
            /** @description Standing instruction, for this interaction only: send it each turn. Antigravity takes it; deep research rejects it, so put it into `input` there. */
            system_instruction?: string | undefined;
            /** @description Tools the agent may use, for this interaction only. In deep research the list replaces the default set, and only `google_search`, `url_context`, `code_execution`, `mcp_server` and `file_search` can be used. Antigravity also takes functions. */
            tools?: components["schemas"]["Tool"][] | undefined;
            /** @description Wanted form of the answer: one format, or a list with at most one entry per modality. Send it each turn. Deep research does not support it; antigravity does, says its guide. */
            response_format?: (components["schemas"]["ResponseFormat"] | components["schemas"]["ResponseFormat"][]) | undefined;
            /** @description Id of the interaction to go on from, stored and no longer running; models and agents may alternate along a chain. `in_progress` gives 400, an expired or unknown id often only a generic 400. Deep research on Vertex is single-turn. */
            previous_interaction_id?: string | undefined;
            /** @description Answer with server-sent events instead of one JSON object. Default false; the Vertex page on deep research demands true. */
            stream?: boolean | undefined;
            /** @description Keep the interaction, to read, resume or build on it: 1 day on the free tier, up to 55 days on the paid one, 7 on Vertex. Default true, unless the project says otherwise in AI Studio. `false` forbids `background`. */
            store?: boolean | undefined;
            /** @description Run apart from the connection; poll or reattach by id. Default false. Needs `store`, otherwise 400. Deep research requires true; antigravity refused true in May 2026 although its guide allows it, and without it GET answers 404 soon after a disconnect. */
            background?: boolean | undefined;
            /** @description Which capacity to run on. Default `standard`; the interaction tells the tier that was applied. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /**
             * @description Sandbox to run in: `remote` for a fresh one, the `environment_id` of an earlier interaction to reuse that one, or a configuration. Needed again on each turn, beside `previous_interaction_id`. Deep research ignores it.
             * @example remote
             */
            environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** @description Your own key-value pairs, in use only on Vertex as far as seen. Keys and values hold at most 63 Unicode code points of lowercase letters, digits, `_` and `-`; a key starts with a letter, a value may be empty. */
            labels?: {
                [key: string]: string;
            } | undefined;
            /** @description When to block, per harm category; in use only on Vertex as far as seen. The guide of the Gemini API lists custom safety settings as unsupported. */
            safety_settings?: components["schemas"]["SafetySetting"][] | undefined;
            /** @description Whom to notify when the interaction ends or needs you; useful with `background: true`. */
            webhook_config?: components["schemas"]["WebhookConfig"] | undefined;
            /** @description Opaque token of an interaction that stopped with `requires_continuation`. In the schema only: the service continues agent runs by itself. Since autumn 2026. */
            continuation_token?: string | undefined;
            /**
             * @deprecated
             * @description MIME type of structured output in the dialect that ended on 2026-06-08. Deprecated: set `mime_type` in a text `response_format`.
             */
            response_mime_type?: string | undefined;
            /**
             * @deprecated
             * @description Kinds of content to answer with. Deprecated: send one `response_format` entry per modality.
             */
            response_modalities?: components["schemas"]["ResponseModality"][] | undefined;
        };
        /** @description A sandbox to create. */
        CreateEnvironmentRequest: {
            /** @description Id of the sandbox to copy. Then `sources` must be absent. */
            from_environment?: string | undefined;
            /** @description Files and repositories to put into the sandbox. */
            sources?: components["schemas"]["EnvironmentSource"][] | undefined;
            /** @description What the sandbox may reach. Without it everything is reachable. */
            network?: (components["schemas"]["EnvironmentNetworkEgressAllowlist"] | components["schemas"]["NetworkEnum"]) | undefined;
        };
        /** @description Body of create; either a model or an agent answers. Naming both is a 400. */
        CreateInteractionRequest: components["schemas"]["CreateModelInteraction"] | components["schemas"]["CreateAgentInteraction"];
        /** @description A create call that a model answers. `agent` and `agent_config` beside it are a 400. The published `v1` contract leaves out `service_tier`, `environment`, `labels`, `webhook_config` and `continuation_token`. */
        CreateModelInteraction: {
            /** @description Id of the model that answers, bare, without `models/` in front. Excludes `agent`. */
            model: components["schemas"]["Model"];
            /** @description What to answer. Optional in the schema, needed in practice (`v1` requires it); left out only in a continuation, with `continuation_token` and `previous_interaction_id`. */
            input?: components["schemas"]["InteractionsInput"] | undefined;
            /** @description Standing instruction for the model. Counts for this interaction only: `previous_interaction_id` does not bring it along, so send it each turn. */
            system_instruction?: string | undefined;
            /** @description Tools the model may use. Count for this interaction only: `previous_interaction_id` does not bring them along, so send them each turn. */
            tools?: components["schemas"]["Tool"][] | undefined;
            /** @description How to generate: length, thinking, tool choice, media. Counts for this interaction only, so send it each turn. With an agent it is a 400. */
            generation_config?: components["schemas"]["GenerationConfig"] | undefined;
            /** @description Wanted form of the answer: one format, or a list with at most one entry per modality. Counts for this interaction only, so send it each turn. */
            response_format?: (components["schemas"]["ResponseFormat"] | components["schemas"]["ResponseFormat"][]) | undefined;
            /** @description Id of the interaction to go on from; the service then knows its history. It must have been stored and no longer be running: `in_progress` gives 400, an expired or unknown id often only the generic 400 "Request contains an invalid argument." */
            previous_interaction_id?: string | undefined;
            /** @description Answer with server-sent events instead of one JSON object. Default false. */
            stream?: boolean | undefined;
            /** @description Keep the interaction, to read, resume or build on it: 1 day on the free tier, up to 55 days on the paid one, 7 on Vertex. Default true, unless the project says otherwise in AI Studio. `false` forbids `background` and leaves the interaction without an id; Lyria on Vertex needs it. */
            store?: boolean | undefined;
            /** @description Run apart from the connection; poll or reattach by id. Default false, where the run ends with its request. Needs `store`, otherwise 400; some models refuse it with 400. */
            background?: boolean | undefined;
            /** @description Which capacity to run on. Default `standard`; the interaction tells the tier that was applied. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /**
             * @description Sandbox to run in: `remote` for a fresh one, the `environment_id` of an earlier interaction to reuse that one, or a configuration. Rarely used with a model.
             * @example remote
             */
            environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** @description Your own key-value pairs, in use only on Vertex as far as seen. Keys and values hold at most 63 Unicode code points of lowercase letters, digits, `_` and `-`; a key starts with a letter, a value may be empty. */
            labels?: {
                [key: string]: string;
            } | undefined;
            /** @description When to block, per harm category; in use only on Vertex as far as seen. The guide of the Gemini API lists custom safety settings as unsupported. */
            safety_settings?: components["schemas"]["SafetySetting"][] | undefined;
            /** @description Whom to notify when the interaction ends or needs you; useful with `background: true`. */
            webhook_config?: components["schemas"]["WebhookConfig"] | undefined;
            /** @description Opaque token of an interaction that stopped with `requires_continuation`; send the newest one back unchanged. If that one was stored, add `previous_interaction_id` and leave `input` out; with `store: false` repeat `input`. Since autumn 2026. */
            continuation_token?: string | undefined;
            /**
             * @deprecated
             * @description Name of an explicit cache, `cachedContents/...`. Deprecated without a replacement: explicit caching is not available on this API.
             */
            cached_content?: string | undefined;
            /**
             * @deprecated
             * @description MIME type of structured output in the dialect that ended on 2026-06-08. Deprecated: set `mime_type` in a text `response_format`.
             */
            response_mime_type?: string | undefined;
            /**
             * @deprecated
             * @description Kinds of content to answer with. Deprecated: send one `response_format` entry per modality.
             */
            response_modalities?: components["schemas"]["ResponseModality"][] | undefined;
        };
        /** @description Settings of a deep research agent. Such a run needs `background: true` and takes up to 60 minutes, mostly far less. */
        DeepResearchAgentConfig: {
            /**
             * @description Marks the settings of deep research.
             * @constant
             */
            type: "deep-research";
            /** @description Whether `thought` steps come with a readable summary. Default `none`. */
            thinking_summaries?: components["schemas"]["ThinkingSummaries"] | undefined;
            /** @description Whether the report may hold charts and other pictures. Default `auto`. */
            visualization?: components["schemas"]["Visualization"] | undefined;
            /** @description Answer with a research plan first, and start only when the next turn agrees to it. */
            collaborative_planning?: boolean | undefined;
            /** @description Let the agent query BigQuery. */
            enable_bigquery_tool?: boolean | undefined;
        };
        /**
         * @description `disabled`, in place of a list of domains, cuts the sandbox off from the network. Since November 2026.
         * @enum {string}
         */
        Disabled: "disabled" | (string & {});
        /**
         * @description A class of actions that computer use guards. `communication_tool` is about mail, chat and meetings.
         * @enum {string}
         */
        DisabledSafetyPolicy: "financial_transactions" | "sensitive_data_modification" | "communication_tool" | "account_creation" | "data_modification" | "user_consent_management" | "legal_terms_and_agreements" | (string & {});
        /** @description A document block, such as a PDF or a spreadsheet. */
        DocumentContent: {
            /**
             * @description Marks a document block.
             * @constant
             */
            type: "document";
            /** @description The document file as base64. Set this or `uri`. */
            data?: string | undefined;
            /** @description Where the service, or the reader of an answer, finds the document. Set this or `data`. */
            uri?: string | undefined;
            /** @description File format of the document. */
            mime_type?: components["schemas"]["DocumentContentMimeType"] | undefined;
        };
        /**
         * @description Known document formats. PDF and CSV came first; the Microsoft Office and OpenDocument types have been listed since November 2026. Other strings may appear.
         * @enum {string}
         */
        DocumentContentMimeType: "application/pdf" | "text/csv" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" | "application/vnd.ms-powerpoint" | "application/vnd.oasis.opendocument.presentation" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/msword" | "application/vnd.openxmlformats-officedocument.wordprocessingml.template" | "application/vnd.oasis.opendocument.text" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.ms-excel" | "application/vnd.oasis.opendocument.spreadsheet" | (string & {});
        /** @description A document, complete in one delta and a content block of its own. */
        DocumentDelta: {
            /**
             * @description Always `document`.
             * @constant
             */
            type: "document";
            /** @description The document in base64. */
            data?: string | undefined;
            /** @description Where the service keeps the document, instead of `data`. */
            uri?: string | undefined;
            /** @description MIME type of the document. */
            mime_type?: components["schemas"]["DocumentContentMimeType"] | undefined;
        };
        /** @description Settings of a custom agent. Which keys there are beside `type` is up to the agent. */
        DynamicAgentConfig: {
            /**
             * @description Marks the settings of a custom agent.
             * @constant
             */
            type: "dynamic";
        } & {
            [key: string]: unknown;
        };
        /** @description Value of an environment variable, given here or taken from a stored credential. */
        EnvVar: {
            /** @description The value in plain text. */
            value?: string | undefined;
            /** @description Id of a stored credential that supplies the value. */
            credential?: string | undefined;
        };
        /** @description A sandbox to create, or to change when `environment_id` is set. It is put to sleep after about 15 idle minutes and kept for about 7 days after its last use. */
        Environment: {
            /**
             * @description Marks a sandbox that runs at the service; there is no other kind.
             * @constant
             */
            type: "remote";
            /** @description Id of an existing sandbox to use and change, as an interaction returned it. Without it a new one is created. */
            environment_id?: string | undefined;
            /** @description Files and repositories to put into the sandbox. */
            sources?: components["schemas"]["EnvironmentSource"][] | undefined;
            /** @description Environment variables by name. A plain string is short for an object with `value`. */
            env?: {
                [key: string]: string | components["schemas"]["EnvVar"];
            } | undefined;
            /** @description What the sandbox may reach. Without it everything is reachable. */
            network?: (components["schemas"]["EnvironmentNetworkEgressAllowlist"] | components["schemas"]["NetworkEnum"]) | undefined;
        };
        /**
         * @description What computer use operates. Not the sandbox of an agent.
         * @enum {string}
         */
        EnvironmentEnum: "browser" | "mobile" | "desktop" | (string & {});
        /** @description A file or a directory of a sandbox. */
        EnvironmentFile: {
            /** @description What the entry is. */
            type?: components["schemas"]["EnvironmentFileType"] | undefined;
            /** @description Name without the directory, such as `main.py`. */
            name?: string | undefined;
            /** @description Path relative to the root of the sandbox, such as `workspace/src/main.py`. */
            path?: string | undefined;
            /** @description MIME type of the content. Absent for directories. */
            mime_type?: string | undefined;
            /**
             * Format: int64
             * @description Size in bytes. An int64, written as a string.
             */
            size_bytes?: string | undefined;
            /**
             * Format: date-time
             * @description When the entry was created, RFC 3339 in UTC.
             */
            created?: string | undefined;
            /**
             * Format: date-time
             * @description When the entry last changed, RFC 3339 in UTC.
             */
            modified?: string | undefined;
        };
        /**
         * @description What an entry of a directory is.
         * @enum {string}
         */
        EnvironmentFileType: "file" | "directory" | (string & {});
        /** @description Limits outgoing requests to listed domains. */
        EnvironmentNetworkEgressAllowlist: {
            /** @description Domains that may be reached, or `disabled` for no network at all. */
            allowlist?: (components["schemas"]["AllowlistEntry"][] | components["schemas"]["Disabled"]) | undefined;
        };
        /** @description A sandbox as the service keeps it. Its id is what an `Environment` names, or a plain string in its place. */
        EnvironmentResource: {
            /** @description Id of the sandbox, given by the service. */
            id: string;
            /** @description Whether the sandbox can be used. */
            status?: components["schemas"]["EnvironmentStatus"] | undefined;
            /** @description Files and repositories that were put into it. */
            sources?: components["schemas"]["EnvironmentSource"][] | undefined;
            /** @description What the sandbox may reach. Without it everything is reachable. */
            network?: (components["schemas"]["EnvironmentNetworkEgressAllowlist"] | components["schemas"]["NetworkEnum"]) | undefined;
            /**
             * Format: int64
             * @description Number of files. An int64, written as a string.
             */
            file_count?: string | undefined;
            /**
             * Format: int64
             * @description Size of all files in bytes. An int64, written as a string.
             */
            size_bytes?: string | undefined;
            /**
             * Format: date-time
             * @description When the sandbox was created, RFC 3339 in UTC.
             */
            created?: string | undefined;
            /**
             * Format: date-time
             * @description When the sandbox last changed, RFC 3339 in UTC.
             */
            updated?: string | undefined;
            /**
             * Format: date-time
             * @description When the sandbox was last used, RFC 3339 in UTC.
             */
            last_accessed?: string | undefined;
        };
        /** @description Something to put into a sandbox. Inline sources use `content` and `encoding`, the others `source`. */
        EnvironmentSource: {
            /** @description Where the source comes from. */
            type?: components["schemas"]["SourceType"] | undefined;
            /** @description What to fetch: a Cloud Storage path, the address of a repository, or the resource name of a skill. */
            source?: string | undefined;
            /** @description Path in the sandbox where it appears. */
            target?: string | undefined;
            /** @description The content itself, for `inline`. */
            content?: string | undefined;
            /**
             * @description How `content` is encoded, for instance `base64`. Without it, plain text.
             * @example base64
             */
            encoding?: string | undefined;
        };
        /**
         * @description `active` can be used, `expired` cannot any more.
         * @enum {string}
         */
        EnvironmentStatus: "active" | "expired" | (string & {});
        /** @description One refused request. */
        ErrorBody: {
            /** @description What went wrong. */
            error: components["schemas"]["ErrorPayload"];
        };
        /**
         * @description Names of errors, as hints; the service has others. First those of a request, from `safety` on those of a blocked prompt or answer, from `malformed_function_call` on those of a failed generation. The last two are on the wire, though not on the service's page on errors.
         * @enum {string}
         */
        ErrorCode: "invalid_request" | "failed_precondition" | "out_of_range" | "parameter_unknown" | "authentication" | "payment_required" | "permission_denied" | "not_found" | "model_not_found" | "already_exists" | "aborted" | "rate_limit_exceeded" | "quota_exceeded" | "too_many_requests" | "cancelled" | "api_error" | "unimplemented" | "service_unavailable" | "deadline_exceeded" | "safety" | "recitation" | "language" | "prohibited_content" | "spii" | "blocklist" | "image_safety" | "image_prohibited_content" | "image_recitation" | "image_other" | "content_blocked" | "malformed_function_call" | "malformed_tool_call" | "unexpected_tool_call" | "no_image" | "too_many_tool_calls" | "missing_thought_signature" | "gateway_timeout" | "not_implemented" | (string & {});
        /** @description One fact about an error; `@type` tells which of the other fields are set. Names are camelCase here, unlike everywhere else in this API. */
        ErrorDetail: {
            /** @description Kind of the fact, a type URL that ends in a name such as `google.rpc.ErrorInfo`, `QuotaFailure`, `RetryInfo`, `Help`, `BadRequest` or `LocalizedMessage`. More kinds may appear. */
            "@type": string;
            /** @description Cause in upper case, such as `API_KEY_INVALID`, which comes with HTTP 400 rather than 401. `ErrorInfo` only. */
            reason?: string | undefined;
            /** @description Service that defines `reason`, such as `googleapis.com`. `ErrorInfo` only. */
            domain?: string | undefined;
            /** @description Values that belong to `reason`, by name. `ErrorInfo` only. */
            metadata?: {
                [key: string]: string;
            } | undefined;
            /** @description How long to wait before a retry, in decimal seconds such as `26s`. `RetryInfo` only. */
            retryDelay?: string | undefined;
            /** @description The quotas that were exceeded. `QuotaFailure` only. */
            violations?: components["schemas"]["QuotaViolation"][] | undefined;
            /** @description The fields of the request that were refused. `BadRequest` only. */
            fieldViolations?: components["schemas"]["FieldViolation"][] | undefined;
            /** @description Pages that help to solve the problem. `Help` only. */
            links?: components["schemas"]["HelpLink"][] | undefined;
            /** @description BCP 47 language of `message`. `LocalizedMessage` only. */
            locale?: string | undefined;
            /** @description Explanation in that language, for people. `LocalizedMessage` only. */
            message?: string | undefined;
        } & {
            [key: string]: unknown;
        };
        /** @description An error after the stream has begun. With a payload it ends the stream, though a background run may go on, so ask with a get. Without one it is noise. */
        ErrorEvent: {
            /**
             * @description Always `error`.
             * @constant
             */
            event_type: "error";
            /** @description What went wrong. Absent in events that have no meaning. */
            error?: components["schemas"]["InteractionError"] | undefined;
            /** @description Opaque position in the stream; send it as `last_event_id` to go on after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** @description What went wrong, in either of two forms. The Interactions backend sends a string `code` and a message; the front end (bad key, quota, unknown method) sends a number with `status` and `details`. */
        ErrorPayload: {
            /** @description A snake_case name such as `invalid_request` or `rate_limit_exceeded`, or the HTTP status as a number. Prefer the HTTP status of the response, except to tell apart errors that share one. */
            code: components["schemas"]["ErrorCode"] | number;
            /** @description Explanation in English, for people. An expired or unknown `previous_interaction_id` often gives no more than a general one. */
            message: string;
            /** @description Name of the gRPC status in upper case, such as `INVALID_ARGUMENT` or `UNAVAILABLE`. Only beside a numeric `code`. */
            status?: string | undefined;
            /** @description Machine-readable facts. Only beside a numeric `code`. */
            details?: components["schemas"]["ErrorDetail"][] | undefined;
        };
        /** @description Body of an answer with status 4xx or 5xx. The front end sometimes wraps it in an array of one, mostly for streams; an array also comes unframed when a stream is cut after 600 seconds. Load balancers may send HTML, plain text or nothing instead. */
        ErrorResponse: components["schemas"]["ErrorBody"] | components["schemas"]["ErrorBody"][];
        /** @description Search by Exa. */
        ExaAISearchConfig: {
            /** @description Your Exa API key. It goes to the service with each request. */
            api_key: string;
            /** @description Further parameters of Exa's search API, handed on as they are. */
            custom_config?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description One refused field of a request. */
        FieldViolation: {
            /** @description Path of the field in the request body. */
            field?: string | undefined;
            /** @description Why it was refused. */
            description?: string | undefined;
        };
        /** @description A stored file that backs a range of the text. File search reports what it found only here; its result step holds nothing. */
        FileCitation: {
            /**
             * @description Marks the citation of a file.
             * @constant
             */
            type: "file_citation";
            /** @description Name of the file. */
            file_name?: string | undefined;
            /** @description Where the file lies. */
            document_uri?: string | undefined;
            /**
             * Format: int32
             * @description Page that is cited, for documents with pages.
             */
            page_number?: number | undefined;
            /** @description Id of the cited image, for image citations. */
            media_id?: string | undefined;
            /** @description The source that the range is attributed to. */
            source?: string | undefined;
            /** @description Your own metadata of the retrieved passage. */
            custom_metadata?: {
                [key: string]: unknown;
            } | undefined;
            /**
             * Format: int32
             * @description First byte of the range, counted in the UTF-8 text.
             */
            start_index?: number | undefined;
            /**
             * Format: int32
             * @description First byte after the range (exclusive), counted in the UTF-8 text.
             */
            end_index?: number | undefined;
        };
        /** @description A file handed over to CodeMender. */
        FileContent: {
            /** @description Path relative to the root of the project. */
            path?: string | undefined;
            /** @description Text of the file. */
            content?: string | undefined;
        };
        /** @description Searches your file search stores. What it finds comes as citations on the text. */
        FileSearch: {
            /**
             * @description Marks file search.
             * @constant
             */
            type: "file_search";
            /** @description Names of the stores to search. */
            file_search_store_names?: string[] | undefined;
            /** @description Filter over the metadata of documents and chunks. */
            metadata_filter?: string | undefined;
            /**
             * Format: int32
             * @description How many chunks to retrieve.
             */
            top_k?: number | undefined;
        };
        /** @description A search in file search stores. */
        FileSearchCallDelta: {
            /**
             * @description Always `file_search_call`.
             * @constant
             */
            type: "file_search_call";
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description A search in file search stores that the service makes for the model. The queries are not shown. */
        FileSearchCallStep: {
            /**
             * @description Always `file_search_call`.
             * @constant
             */
            type: "file_search_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description One result of a search in file search stores. Its members are not documented. */
        FileSearchResult: {
            [key: string]: unknown;
        };
        /** @description Outcome of a search in file search stores. */
        FileSearchResultDelta: {
            /**
             * @description Always `file_search_result`.
             * @constant
             */
            type: "file_search_result";
            /** @description Entries to add to the result, as opaque objects. */
            result: components["schemas"]["FileSearchResult"][];
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description End of a search in file search stores. The sources that the answer uses are file citations on its text. */
        FileSearchResultStep: {
            /**
             * @description Always `file_search_result`.
             * @constant
             */
            type: "file_search_result";
            /** @description Id of the file search call that this answers. */
            call_id: string;
            /** @description What the deltas of a stream add up to, as opaque objects. The published schema has it on the delta only, so expect it nowhere else. */
            result?: components["schemas"]["FileSearchResult"][] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Files of the agent's sandbox. Error texts of the service and its page on errors name this tool; no published schema has it. */
        Filesystem: {
            /**
             * @description Marks the filesystem tool.
             * @constant
             */
            type: "filesystem";
        };
        /** @description Conditions a passage must meet. */
        Filter: {
            /** @description Filter over the metadata. */
            metadata_filter?: string | undefined;
            /**
             * Format: double
             * @description Vector distance a passage must stay below.
             */
            vector_distance_threshold?: number | undefined;
            /**
             * Format: double
             * @description Vector similarity a passage must exceed.
             */
            vector_similarity_threshold?: number | undefined;
        };
        /** @description What CodeMender is to look for, and where. */
        FindRequest: {
            /** @description How thoroughly to look. */
            mode?: components["schemas"]["Mode"] | undefined;
            /** @description Context or instructions that guide the analysis, in words. */
            description?: string | undefined;
            /** @description Files to look at. */
            source_files?: components["schemas"]["FileContent"][] | undefined;
            /** @description Id of the one finding to check, mainly in mode `verify`. */
            finding_id?: string | undefined;
        };
        /** @description What CodeMender is to repair. */
        FixRequest: {
            /** @description Id of the finding to repair, from an earlier search. */
            finding_id?: string | undefined;
            /** @description Context or instructions that guide the patch, in words. */
            description?: string | undefined;
            /** @description Files the patch is about, usually those with the vulnerability. */
            source_files?: components["schemas"]["FileContent"][] | undefined;
        };
        /** @description A function to run. With status `requires_action` run those that have no `function_result` yet and send their results in a new create. Sandbox agents also list calls that the service ran itself. */
        FunctionCallStep: {
            /**
             * @description Always `function_call`.
             * @constant
             */
            type: "function_call";
            /** @description Id of the call, to be repeated as `call_id` of the result. A short random string. */
            id: string;
            /** @description Name of the function, as declared in `tools`. */
            name: string;
            /** @description Arguments by parameter name. Usually `{}` in `step.start`, with the real ones streamed as text by `arguments_delta`. */
            arguments: {
                [key: string]: unknown;
            };
            /** @description Written by this client, never by the service: the arguments of a streamed call as the model wrote them, where they are not a JSON object, as when the run was cut off inside them. The step then has no `arguments`. The client never sends it. */
            readonly unparsed_arguments?: string | undefined;
            /** @description Opaque proof in base64, often an empty string. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Result of a function that a sandbox agent ran. */
        FunctionResultDelta: {
            /**
             * @description Always `function_result`.
             * @constant
             */
            type: "function_result";
            /** @description Name of the function that ran. */
            name?: string | undefined;
            /** @description What the function returned. A second delta adds to text or to a list and replaces an object. */
            result: components["schemas"]["ToolResult"];
            /** @description Whether the function failed. Default false. */
            is_error?: boolean | undefined;
        };
        /** @description What a function returned. Sent by the client to answer a `function_call`, and by the service for functions that a sandbox agent ran. */
        FunctionResultStep: {
            /**
             * @description Always `function_result`.
             * @constant
             */
            type: "function_result";
            /** @description The `id` of the function call that this answers. */
            call_id: string;
            /** @description Name of the function that ran. */
            name?: string | undefined;
            /** @description What the function returned, or the text of its error. */
            result: components["schemas"]["ToolResult"];
            /** @description Whether the function failed. Default false. */
            is_error?: boolean | undefined;
        };
        /** @description One block of a tool result. Audio, document and video have been listed since November 2026; before that it was text and image only. */
        FunctionResultSubcontent: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["AudioContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["VideoContent"];
        /** @description A function of yours. A call ends the interaction with `requires_action`; answer with a `function_result` step in a new one. Deep research rejects functions. */
        FunctionTool: {
            /**
             * @description Marks a function.
             * @constant
             */
            type: "function";
            /** @description Name by which the model calls the function. Optional in the schema, needed in practice. */
            name?: string | undefined;
            /** @description What the function does and when to call it, for the model to read. */
            description?: string | undefined;
            /** @description JSON Schema of the arguments. String lengths, property counts, `uniqueItems` and `contains` are ignored; leave out an empty `required` list, which early versions rejected. */
            parameters?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description How a model generates. Counts for one interaction and is not inherited; agents take `agent_config` instead. There is no `top_k`. The published `v1` contract has neither the media settings nor the deprecated fields. */
        GenerationConfig: {
            /**
             * Format: int32
             * @description Most tokens to generate, thinking included. An interaction that reaches it ends as `incomplete`.
             */
            max_output_tokens?: number | undefined;
            /** @description How much the model thinks. Thinking is on by default; a level the model does not know is a 400. */
            thinking_level?: components["schemas"]["ThinkingLevel"] | undefined;
            /** @description Whether `thought` steps come with a readable summary. Without `auto` they carry only a signature. */
            thinking_summaries?: components["schemas"]["ThinkingSummaries"] | undefined;
            /** @description Whether the model may, must or must not call tools; the object form names the tools. */
            tool_choice?: (components["schemas"]["ToolChoiceConfig"] | components["schemas"]["ToolChoiceType"]) | undefined;
            /**
             * Format: int32
             * @description Start value of the random numbers, for repeatable output. The service heeds it.
             */
            seed?: number | undefined;
            /** @description Texts at which the output stops. */
            stop_sequences?: string[] | undefined;
            /** @description Voices of spoken output, one entry per speaker. The object form wraps the same list. */
            speech_config?: (components["schemas"]["SpeakerConfig"] | components["schemas"]["SpeechConfig"][]) | undefined;
            /** @description Turns on speech recognition and sets it up. */
            transcription_config?: components["schemas"]["TranscriptionConfig"] | undefined;
            /** @description What a video model is to do. The form of the result belongs into a video `response_format`. */
            video_config?: components["schemas"]["VideoConfig"] | undefined;
            /**
             * Format: float
             * @deprecated
             * @description Randomness of sampling. Deprecated without a replacement and not in `v1`; a model asked in August 2026 accepted and ignored it.
             */
            temperature?: number | undefined;
            /**
             * Format: float
             * @deprecated
             * @description Nucleus sampling, the cumulative probability to sample from. Deprecated on 2026-07-21 without a replacement; not in `v1`.
             */
            top_p?: number | undefined;
            /**
             * Format: int32
             * @deprecated
             * @description How many of the most probable tokens to sample from. Deprecated on 2026-07-21, together with `temperature` and `top_p`; in no document, though the service takes it.
             */
            top_k?: number | undefined;
            /**
             * @deprecated
             * @description Shape and size of generated images. Deprecated; use an image `response_format`.
             */
            image_config?: components["schemas"]["ImageConfig"] | undefined;
        };
        /** @description What is in a directory, or facts about one file. */
        GetEnvironmentFilesResponse: {
            /** @description The entries of the directory, or the one file. */
            files?: components["schemas"]["EnvironmentFile"][] | undefined;
            /** @description Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** @description Google Maps. Its places come in the result step and as citations on the text. */
        GoogleMaps: {
            /**
             * @description Marks Google Maps.
             * @constant
             */
            type: "google_maps";
            /**
             * Format: double
             * @description Latitude of the user, in degrees.
             */
            latitude?: number | undefined;
            /**
             * Format: double
             * @description Longitude of the user, in degrees.
             */
            longitude?: number | undefined;
            /** @description Return a token with the result that a Google Maps widget can show. */
            enable_widget?: boolean | undefined;
        };
        /** @description Which places the service searches for. */
        GoogleMapsCallArguments: {
            /** @description The search queries that the model wrote. */
            queries?: string[] | undefined;
        };
        /** @description Place searches that the service makes. */
        GoogleMapsCallDelta: {
            /**
             * @description Always `google_maps_call`.
             * @constant
             */
            type: "google_maps_call";
            /** @description Arguments, to be merged key by key into those of the step. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Place searches that the service makes for the model. */
        GoogleMapsCallStep: {
            /**
             * @description Always `google_maps_call`.
             * @constant
             */
            type: "google_maps_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description The queries. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Places that a search found. */
        GoogleMapsResult: {
            /** @description The places found. */
            places?: components["schemas"]["GoogleMapsResultPlaces"][] | undefined;
            /** @description Opaque token to show the places in a Google Maps widget, if the tool had `enable_widget` set. */
            widget_context_token?: string | undefined;
        };
        /** @description Places that the service found. */
        GoogleMapsResultDelta: {
            /**
             * @description Always `google_maps_result`.
             * @constant
             */
            type: "google_maps_result";
            /** @description Entries to add to the result. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description One place. */
        GoogleMapsResultPlaces: {
            /** @description Name to show. */
            name?: string | undefined;
            /** @description Id of the place in Google Maps. */
            place_id?: string | undefined;
            /** @description Page of the place in Google Maps. */
            url?: string | undefined;
            /** @description Reviews that the answer draws on. */
            review_snippets?: components["schemas"]["ReviewSnippet"][] | undefined;
        };
        /** @description Places that the service found. */
        GoogleMapsResultStep: {
            /**
             * @description Always `google_maps_result`.
             * @constant
             */
            type: "google_maps_result";
            /** @description Id of the place search that this answers. */
            call_id: string;
            /** @description The places found. Often absent in `step.start`. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Google Search. Its sources come as citations on the text; the result step holds only suggestions. */
        GoogleSearch: {
            /**
             * @description Marks Google Search.
             * @constant
             */
            type: "google_search";
            /** @description Which searches are allowed. The default is undocumented. */
            search_types?: components["schemas"]["GoogleSearchSearchType"][] | undefined;
        };
        /** @description What the service searches for. */
        GoogleSearchCallArguments: {
            /** @description The search queries that the model wrote. */
            queries?: string[] | undefined;
        };
        /** @description Searches that the service makes. */
        GoogleSearchCallDelta: {
            /**
             * @description Always `google_search_call`.
             * @constant
             */
            type: "google_search_call";
            /** @description Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["GoogleSearchCallArguments"];
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Searches that the service makes for the model. */
        GoogleSearchCallStep: {
            /**
             * @description Always `google_search_call`.
             * @constant
             */
            type: "google_search_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description The queries. Often absent in `step.start`. */
            arguments?: components["schemas"]["GoogleSearchCallArguments"] | undefined;
            /** @description Which index is searched. */
            search_type?: components["schemas"]["GoogleSearchSearchType"] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description What a search gives besides the sources, which are annotations on the text. */
        GoogleSearchResult: {
            /** @description HTML of suggestions for further searches, meant to be shown with the answer. */
            search_suggestions?: string | undefined;
        };
        /** @description Outcome of searches. Can be several megabytes in a single event. */
        GoogleSearchResultDelta: {
            /**
             * @description Always `google_search_result`.
             * @constant
             */
            type: "google_search_result";
            /** @description Entries to add to the result. Sometimes absent. */
            result?: components["schemas"]["GoogleSearchResult"][] | undefined;
            /** @description Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Outcome of searches. The sources that the answer uses are annotations on its text, not here. */
        GoogleSearchResultStep: {
            /**
             * @description Always `google_search_result`.
             * @constant
             */
            type: "google_search_result";
            /** @description Id of the search call that this answers. */
            call_id: string;
            /** @description Suggestions for further searches. Often absent in `step.start`. */
            result?: components["schemas"]["GoogleSearchResult"][] | undefined;
            /** @description Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /**
         * @description `web_search` gives text, `image_search` gives images, `enterprise_web_search` searches the web for enterprises.
         * @enum {string}
         */
        GoogleSearchSearchType: "web_search" | "image_search" | "enterprise_web_search" | (string & {});
        /** @description Calls of one grounding tool during a run. */
        GroundingToolCount: {
            /** @description Which tool ran. */
            type?: components["schemas"]["GroundingToolCountType"] | undefined;
            /**
             * Format: int32
             * @description Number of calls.
             */
            count?: number | undefined;
        };
        /**
         * @description Tool that grounds an answer in sources outside the model.
         * @enum {string}
         */
        GroundingToolCountType: "google_search" | "google_maps" | "retrieval" | (string & {});
        /**
         * @description A category of harm. The `image_` ones are about images, `jailbreak` is about prompts that try to get past the filters. `civic_integrity` is deprecated: its filter was withdrawn.
         * @enum {string}
         */
        HarmCategory: "hate_speech" | "dangerous_content" | "harassment" | "sexually_explicit" | "civic_integrity" | "image_hate" | "image_dangerous_content" | "image_harassment" | "image_sexually_explicit" | "jailbreak" | (string & {});
        /** @description One page that helps to solve a problem. */
        HelpLink: {
            /** @description What the page offers. */
            description?: string | undefined;
            /** @description Where the page is. */
            url?: string | undefined;
        };
        /** @description Dense and sparse vector search together. */
        HybridSearch: {
            /**
             * Format: float
             * @description Weight between the results of dense and of sparse search.
             */
            alpha?: number | undefined;
        };
        /**
         * @deprecated
         * @description Shape and size of generated images. Deprecated; use an image `response_format`.
         */
        ImageConfig: {
            /** @description Width to height. Without it the model chooses, guided by the images it is given. */
            aspect_ratio?: components["schemas"]["ImageResponseFormatAspectRatio"] | undefined;
            /** @description Size of the image. Default `1K`. */
            image_size?: components["schemas"]["ImageResponseFormatImageSize"] | undefined;
        };
        /** @description An image block. */
        ImageContent: {
            /**
             * @description Marks an image block.
             * @constant
             */
            type: "image";
            /** @description The image file as base64. Set this or `uri`. */
            data?: string | undefined;
            /** @description Where the service, or the reader of an answer, finds the image. Set this or `data`. */
            uri?: string | undefined;
            /** @description File format of the image. */
            mime_type?: components["schemas"]["ImageContentMimeType"] | undefined;
            /** @description How finely the model looks at the image. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
        };
        /**
         * @description Known image formats. Other strings may appear.
         * @enum {string}
         */
        ImageContentMimeType: "image/png" | "image/jpeg" | "image/webp" | "image/heic" | "image/heif" | "image/gif" | "image/bmp" | "image/tiff" | (string & {});
        /** @description An image, complete in one delta and a content block of its own. */
        ImageDelta: {
            /**
             * @description Always `image`.
             * @constant
             */
            type: "image";
            /** @description The image in base64, up to some megabytes in a single event. */
            data?: string | undefined;
            /** @description Where the service keeps the image, instead of `data`. */
            uri?: string | undefined;
            /** @description MIME type of the image. */
            mime_type?: components["schemas"]["ImageContentMimeType"] | undefined;
            /** @description Resolution at which a model reads the image. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
        };
        /** @description Image output. */
        ImageResponseFormat: {
            /**
             * @description Marks the format of images.
             * @constant
             */
            type: "image";
            /** @description Width to height. */
            aspect_ratio?: components["schemas"]["ImageResponseFormatAspectRatio"] | undefined;
            /** @description Size of the image. */
            image_size?: components["schemas"]["ImageResponseFormatImageSize"] | undefined;
            /** @description File format of the image. */
            mime_type?: components["schemas"]["ImageResponseFormatMimeType"] | undefined;
            /** @description Whether the image comes in the answer or as a URI. */
            delivery?: components["schemas"]["ImageResponseFormatDelivery"] | undefined;
        };
        /**
         * @description Width to height of an image. Which ratios a model offers depends on the model.
         * @enum {string}
         */
        ImageResponseFormatAspectRatio: "1:1" | "2:3" | "3:2" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "1:8" | "8:1" | "1:4" | "4:1" | (string & {});
        /**
         * @description `inline` puts the image into `data` as base64, `uri` gives its `uri`.
         * @enum {string}
         */
        ImageResponseFormatDelivery: "inline" | "uri" | (string & {});
        /**
         * @description Size class of an image. `512` is a string and means pixels.
         * @enum {string}
         */
        ImageResponseFormatImageSize: "512" | "1K" | "2K" | "4K" | (string & {});
        /**
         * @description Known formats of image output; so far only JPEG.
         * @enum {string}
         */
        ImageResponseFormatMimeType: "image/jpeg" | (string & {});
        /** @description One call of a model or an agent, with its state and the steps it produced. The service may leave out every field but `status`. */
        Interaction: {
            /** @description Opaque id, `v1_` and some 60 to 90 URL-safe characters. Needed to get, cancel, delete or continue the interaction. Absent with `store` false. */
            id?: string | undefined;
            /** @description State of the run when this answer was sent. */
            status: components["schemas"]["InteractionStatus"];
            /** @description Always `interaction`. */
            object?: string | undefined;
            /** @description Model that ran, as named in the request. Absent when an agent ran. */
            model?: components["schemas"]["Model"] | undefined;
            /** @description Agent that ran, as named in the request. Absent when a model ran. */
            agent?: components["schemas"]["AgentOption"] | undefined;
            /** @description What happened, in order. The answer to a create holds the newly generated steps only; a get returns the whole timeline with the `user_input` steps. Absent while a run has produced nothing. */
            steps?: components["schemas"]["Step"][] | undefined;
            /** @description Tokens the run used so far. May be absent until the run has ended. */
            usage?: components["schemas"]["Usage"] | undefined;
            /**
             * Format: date-time
             * @description When the interaction was created, RFC 3339 in UTC with a precision of seconds. Background agents may set it together with `updated` at the end, so the two do not measure a duration.
             */
            created?: string | undefined;
            /**
             * Format: date-time
             * @description When the interaction last changed, RFC 3339 in UTC with a precision of seconds.
             */
            updated?: string | undefined;
            /** @description Id of the interaction that this one continues. */
            previous_interaction_id?: string | undefined;
            /** @description Tier that was applied, which need not be the one asked for. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /** @description What went wrong, mostly with status `failed`. */
            errors?: components["schemas"]["InteractionError"][] | undefined;
            /** @description Opaque base64 token, present with status `requires_continuation`. Send it back unchanged in the next create to let the model go on. Since autumn 2026. */
            continuation_token?: string | undefined;
            /** @description Id of the sandbox that the agent used, only if the request configured an `environment`. Send it as `environment` to use the sandbox again. */
            environment_id?: string | undefined;
            /** @description Input of the request. Present only if the get asked for it with `include_input`. */
            input?: components["schemas"]["InteractionsInput"] | undefined;
            /** @description System instruction of the request; usually absent here. A later interaction does not inherit it. */
            system_instruction?: string | undefined;
            /** @description Tools of the request; usually absent here. A later interaction does not inherit them. */
            tools?: components["schemas"]["Tool"][] | undefined;
            /** @description Model settings of the request; usually absent here, and always with an agent. */
            generation_config?: components["schemas"]["GenerationConfig"] | undefined;
            /** @description Agent settings of the request; usually absent here, and always with a model. */
            agent_config?: components["schemas"]["AgentConfig"] | undefined;
            /** @description Output formats asked for in the request, one or a list with at most one per modality; usually absent here. */
            response_format?: (components["schemas"]["ResponseFormat"] | components["schemas"]["ResponseFormat"][]) | undefined;
            /** @description Labels of the request by key; usually absent here. */
            labels?: {
                [key: string]: string;
            } | undefined;
            /** @description Safety thresholds of the request; usually absent here. */
            safety_settings?: components["schemas"]["SafetySetting"][] | undefined;
            /** @description Sandbox of the request, as a configuration, an environment id or `remote`; usually absent here. The sandbox that was really used is in `environment_id`. */
            environment?: (components["schemas"]["Environment"] | string) | undefined;
            /** @description Webhook settings of the request; usually absent here. */
            webhook_config?: components["schemas"]["WebhookConfig"] | undefined;
            /** @description Always `model`. Sent by Vertex now and then; without meaning. */
            role?: string | undefined;
            /**
             * @deprecated
             * @description Cache named in the request. Explicit caching is not available in this API.
             */
            cached_content?: string | undefined;
            /**
             * @deprecated
             * @description MIME type asked for in the request. Replaced by `response_format`.
             */
            response_mime_type?: string | undefined;
            /**
             * @deprecated
             * @description Kinds of output asked for in the request. Replaced by one entry of `response_format` per modality.
             */
            response_modalities?: components["schemas"]["ResponseModality"][] | undefined;
            /**
             * @deprecated
             * @description Output in the dialect before steps. Only `lyria-3-clip-preview` and `lyria-3-pro-preview` may still answer this way since 2026-06-08. Replaced by `steps`.
             */
            outputs?: components["schemas"]["LegacyContent"][] | undefined;
        };
        /** @description Last event of a stream. It says that the stream is over, not that the run succeeded, so look at `interaction.status`. */
        InteractionCompletedEvent: {
            /**
             * @description Always `interaction.completed`.
             * @constant
             */
            event_type: "interaction.completed";
            /** @description The interaction at its end, normally without steps. Deep research leaves out `usage` too; a get a few seconds later has it. */
            interaction: components["schemas"]["InteractionSseEventInteraction"];
            /** @description Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** @description Opaque position in the stream, see the other events. Vertex has been seen to put it into `interaction` instead. */
            event_id?: string | undefined;
        };
        /** @description First event of a stream. Normally left out when a stream is resumed with `last_event_id`. */
        InteractionCreatedEvent: {
            /**
             * @description Always `interaction.created`.
             * @constant
             */
            event_type: "interaction.created";
            /** @description The interaction at its start, without steps and usage. */
            interaction: components["schemas"]["InteractionSseEventInteraction"];
            /** @description Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** @description Opaque position in the stream; send it as `last_event_id` to go on after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** @description An error inside a successful answer, in an `error` event or in `errors` of an interaction. */
        InteractionError: {
            /** @description What kind of error it is. */
            code?: components["schemas"]["ErrorCode"] | undefined;
            /** @description Explanation in English, for people. */
            message?: string | undefined;
        };
        /** @description The interaction as the first and the last event of a stream show it. */
        InteractionSseEventInteraction: {
            /** @description Opaque id of the interaction; an empty string or absent with `store` false. */
            id?: string | undefined;
            /** @description State of the run, `in_progress` in the first event and the final one in the last. May be absent in the first one with `store` false. */
            status?: components["schemas"]["InteractionStatus"] | undefined;
            /** @description Always `interaction`. */
            object?: string | undefined;
            /** @description Model that runs. Absent when an agent does. */
            model?: string | undefined;
            /** @description Agent that runs. Absent when a model does. */
            agent?: string | undefined;
            /** @description Normally absent, as the deltas delivered the steps. The Antigravity agents send the whole list in the last event, a repetition that must not be added again. */
            steps?: components["schemas"]["Step"][] | undefined;
            /** @description Tokens of the whole run. In the last event only, and not from deep research. */
            usage?: components["schemas"]["Usage"] | undefined;
            /**
             * Format: date-time
             * @description When the interaction was created, RFC 3339 in UTC.
             */
            created?: string | undefined;
            /**
             * Format: date-time
             * @description When the interaction last changed, RFC 3339 in UTC.
             */
            updated?: string | undefined;
            /** @description Tier that was applied. */
            service_tier?: components["schemas"]["ServiceTier"] | undefined;
            /** @description Opaque base64 token, present with status `requires_continuation`. Send it back unchanged in the next create. Since autumn 2026. */
            continuation_token?: string | undefined;
            /** @description Id of the sandbox that the agent uses, if the request configured an `environment`. */
            environment_id?: string | undefined;
        };
        /**
         * @description State of a run. `queued` (waiting for capacity) and `in_progress` mean it goes on. `requires_action` waits for function results and `requires_continuation` (since autumn 2026) for the continuation token, each in a new create. The rest are final, `incomplete` with usable partial output, for instance at `max_output_tokens`; `budget_exceeded` is deprecated. Treat an unknown value as an end to look into.
         * @enum {string}
         */
        InteractionStatus: "in_progress" | "requires_action" | "completed" | "failed" | "cancelled" | "incomplete" | "budget_exceeded" | "queued" | "requires_continuation" | (string & {});
        /** @description The run changed its status. May come at any time, mostly right after the first event. */
        InteractionStatusUpdate: {
            /**
             * @description Always `interaction.status_update`.
             * @constant
             */
            event_type: "interaction.status_update";
            /** @description Id of the interaction; an empty string or absent with `store` false. */
            interaction_id?: string | undefined;
            /** @description The new status. */
            status: components["schemas"]["InteractionStatus"];
            /** @description Tokens of the run so far. Since November 2026. */
            usage?: components["schemas"]["Usage"] | undefined;
            /** @description Opaque base64 checkpoint from which a new create can let the model go on. A completed event without a token makes it invalid. Since November 2026. */
            continuation_token?: string | undefined;
            /** @description Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** @description Opaque position in the stream; send it as `last_event_id` to go on after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** @description One event of a stream, in today's dialect or in the one before steps. Unknown event types may appear and must be skipped. The literal `[DONE]`, no event and not JSON, ends the stream. */
        InteractionStreamEvent: components["schemas"]["InteractionCreatedEvent"] | components["schemas"]["InteractionStatusUpdate"] | components["schemas"]["StepStart"] | components["schemas"]["StepDelta"] | components["schemas"]["StepStop"] | components["schemas"]["InteractionCompletedEvent"] | components["schemas"]["ErrorEvent"] | components["schemas"]["LegacyInteractionStartEvent"] | components["schemas"]["LegacyContentStart"] | components["schemas"]["LegacyContentDelta"] | components["schemas"]["LegacyContentStop"] | components["schemas"]["LegacyInteractionCompleteEvent"];
        /** @description A plain text, one content block, a list of blocks (one user turn) or a list of steps (a conversation, or the results of function calls); never blocks and steps in one list. With `store: false` send all earlier steps unchanged, except `thought` steps without a signature, which can be a 400. */
        InteractionsInput: string | components["schemas"]["Content"] | components["schemas"]["Content"][] | components["schemas"]["Step"][];
        /**
         * @description Language of code that the service runs. `bash` since November 2026.
         * @enum {string}
         */
        Language: "python" | "bash" | (string & {});
        /**
         * @deprecated
         * @description Untyped citation, used until typed ones came in March 2026. The service stopped sending this dialect on 2026-06-08. Replaced by `Annotation`.
         */
        LegacyAnnotation: {
            /**
             * Format: int32
             * @description First byte of the cited part in the UTF-8 text, from 0.
             */
            start_index?: number | undefined;
            /**
             * Format: int32
             * @description Byte after the cited part in the UTF-8 text (exclusive).
             */
            end_index?: number | undefined;
            /** @description Where the cited part comes from, for instance a URL or a title. */
            source?: string | undefined;
        };
        /**
         * @deprecated
         * @description Code the service runs, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionCallStep`.
         */
        LegacyCodeExecutionCallContent: {
            /**
             * @description Always `code_execution_call`.
             * @constant
             */
            type: "code_execution_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The code and its language. */
            arguments?: components["schemas"]["CodeExecutionCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Code the service runs, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionCallDelta`.
         */
        LegacyCodeExecutionCallDelta: {
            /**
             * @description Always `code_execution_call`.
             * @constant
             */
            type: "code_execution_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The code and its language. */
            arguments?: components["schemas"]["CodeExecutionCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Output of executed code, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionResultStep`.
         */
        LegacyCodeExecutionResultContent: {
            /**
             * @description Always `code_execution_result`.
             * @constant
             */
            type: "code_execution_result";
            /** @description Id of the code execution call that this answers. */
            call_id?: string | undefined;
            /** @description What the code printed. */
            result?: string | undefined;
            /** @description Whether the code failed. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description Output of executed code. The service stopped sending this dialect on 2026-06-08. Replaced by `CodeExecutionResultDelta`.
         */
        LegacyCodeExecutionResultDelta: {
            /**
             * @description Always `code_execution_result`.
             * @constant
             */
            type: "code_execution_result";
            /** @description Id of the code execution call that this answers. */
            call_id?: string | undefined;
            /** @description What the code printed. */
            result?: string | undefined;
            /** @description Whether the code failed. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description One entry of `outputs` in the dialect before steps, where thoughts and tool traffic stood side by side with text. The service stopped sending this dialect on 2026-06-08; only two music models may still answer with `outputs`. Replaced by `Step`.
         */
        LegacyContent: components["schemas"]["LegacyTextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["AudioContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["VideoContent"] | components["schemas"]["LegacyThoughtContent"] | components["schemas"]["LegacyFunctionCallContent"] | components["schemas"]["LegacyFunctionResultContent"] | components["schemas"]["LegacyCodeExecutionCallContent"] | components["schemas"]["LegacyCodeExecutionResultContent"] | components["schemas"]["LegacyURLContextCallContent"] | components["schemas"]["LegacyURLContextResultContent"] | components["schemas"]["LegacyGoogleSearchCallContent"] | components["schemas"]["LegacyGoogleSearchResultContent"] | components["schemas"]["LegacyGoogleMapsCallContent"] | components["schemas"]["LegacyGoogleMapsResultContent"] | components["schemas"]["LegacyMCPServerToolCallContent"] | components["schemas"]["LegacyMCPServerToolResultContent"] | components["schemas"]["LegacyFileSearchCallContent"] | components["schemas"]["LegacyFileSearchResultContent"];
        /**
         * @deprecated
         * @description Adds to one entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepDelta`.
         */
        LegacyContentDelta: {
            /**
             * @description Always `content.delta`.
             * @constant
             */
            event_type: "content.delta";
            /**
             * Format: int32
             * @description Position in `outputs` of the entry that the delta belongs to, from 0.
             */
            index: number;
            /** @description What is added. */
            delta: components["schemas"]["LegacyContentDeltaData"];
            /** @description Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * @deprecated
         * @description What one `content.delta` event adds to an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepDeltaData`.
         */
        LegacyContentDeltaData: components["schemas"]["LegacyTextDelta"] | components["schemas"]["ImageDelta"] | components["schemas"]["AudioDelta"] | components["schemas"]["DocumentDelta"] | components["schemas"]["VideoDelta"] | components["schemas"]["ThoughtSummaryDelta"] | components["schemas"]["ThoughtSignatureDelta"] | components["schemas"]["LegacyTextAnnotationDelta"] | components["schemas"]["LegacyFunctionCallDelta"] | components["schemas"]["LegacyFunctionResultDelta"] | components["schemas"]["LegacyCodeExecutionCallDelta"] | components["schemas"]["LegacyCodeExecutionResultDelta"] | components["schemas"]["LegacyURLContextCallDelta"] | components["schemas"]["LegacyURLContextResultDelta"] | components["schemas"]["LegacyGoogleSearchCallDelta"] | components["schemas"]["LegacyGoogleSearchResultDelta"] | components["schemas"]["LegacyGoogleMapsCallDelta"] | components["schemas"]["LegacyGoogleMapsResultDelta"] | components["schemas"]["LegacyMCPServerToolCallDelta"] | components["schemas"]["LegacyMCPServerToolResultDelta"] | components["schemas"]["LegacyFileSearchCallDelta"] | components["schemas"]["LegacyFileSearchResultDelta"];
        /**
         * @deprecated
         * @description Opens one entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepStart`.
         */
        LegacyContentStart: {
            /**
             * @description Always `content.start`.
             * @constant
             */
            event_type: "content.start";
            /**
             * Format: int32
             * @description Position in `outputs`, from 0.
             */
            index: number;
            /** @description Initial value of the entry, often no more than its `type`; deltas add to it. */
            content: components["schemas"]["LegacyContent"];
            /** @description Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * @deprecated
         * @description Closes one entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `StepStop`.
         */
        LegacyContentStop: {
            /**
             * @description Always `content.stop`.
             * @constant
             */
            event_type: "content.stop";
            /**
             * Format: int32
             * @description Position in `outputs` of the entry that is complete, from 0.
             */
            index: number;
            /** @description Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * @deprecated
         * @description A search in file search stores, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchCallStep`.
         */
        LegacyFileSearchCallContent: {
            /**
             * @description Always `file_search_call`.
             * @constant
             */
            type: "file_search_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
        };
        /**
         * @deprecated
         * @description A search in file search stores. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchCallDelta`.
         */
        LegacyFileSearchCallDelta: {
            /**
             * @description Always `file_search_call`.
             * @constant
             */
            type: "file_search_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
        };
        /**
         * @deprecated
         * @description One passage found in a file search store. The service stopped sending this dialect on 2026-06-08. Replaced by file citations on the text.
         */
        LegacyFileSearchResult: {
            /** @description Title of the file. */
            title?: string | undefined;
            /** @description The passage. */
            text?: string | undefined;
            /** @description Name of the store in which it was found. */
            file_search_store?: string | undefined;
        };
        /**
         * @deprecated
         * @description Passages found in file search stores, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchResultStep`.
         */
        LegacyFileSearchResultContent: {
            /**
             * @description Always `file_search_result`.
             * @constant
             */
            type: "file_search_result";
            /** @description Id of the file search call that this answers. */
            call_id?: string | undefined;
            /** @description The passages found. */
            result?: components["schemas"]["LegacyFileSearchResult"][] | undefined;
        };
        /**
         * @deprecated
         * @description Passages found in file search stores. The service stopped sending this dialect on 2026-06-08. Replaced by `FileSearchResultDelta`.
         */
        LegacyFileSearchResultDelta: {
            /**
             * @description Always `file_search_result`.
             * @constant
             */
            type: "file_search_result";
            /** @description Id of the file search call that this answers. */
            call_id?: string | undefined;
            /** @description The passages found. */
            result?: components["schemas"]["LegacyFileSearchResult"][] | undefined;
        };
        /**
         * @deprecated
         * @description A function the client is asked to run, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `FunctionCallStep`.
         */
        LegacyFunctionCallContent: {
            /**
             * @description Always `function_call`.
             * @constant
             */
            type: "function_call";
            /** @description Id of the call, to be repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description Name of the function to run. */
            name?: string | undefined;
            /** @description Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * @deprecated
         * @description A whole function call in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by a `function_call` step and `ArgumentsDelta`.
         */
        LegacyFunctionCallDelta: {
            /**
             * @description Always `function_call`.
             * @constant
             */
            type: "function_call";
            /** @description Id of the call, to be repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description Name of the function to run. */
            name?: string | undefined;
            /** @description Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * @deprecated
         * @description What a function returned, as content. The service stopped sending this dialect on 2026-06-08. Replaced by `FunctionResultStep`.
         */
        LegacyFunctionResultContent: {
            /**
             * @description Always `function_result`.
             * @constant
             */
            type: "function_result";
            /** @description Id of the function call that this answers. */
            call_id?: string | undefined;
            /** @description Name of the function that ran. */
            name?: string | undefined;
            /** @description What the function returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
            /** @description Whether the function failed and `result` describes the failure. */
            is_error?: boolean | undefined;
        };
        /**
         * @deprecated
         * @description A whole function result in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `FunctionResultDelta`.
         */
        LegacyFunctionResultDelta: {
            /**
             * @description Always `function_result`.
             * @constant
             */
            type: "function_result";
            /** @description Id of the function call that this answers. */
            call_id?: string | undefined;
            /** @description Name of the function that ran. */
            name?: string | undefined;
            /** @description What the function returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
            /** @description Whether the function failed and `result` describes the failure. */
            is_error?: boolean | undefined;
        };
        /**
         * @deprecated
         * @description Place searches the service makes, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsCallStep`.
         */
        LegacyGoogleMapsCallContent: {
            /**
             * @description Always `google_maps_call`.
             * @constant
             */
            type: "google_maps_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The queries. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Place searches the service makes, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsCallDelta`.
         */
        LegacyGoogleMapsCallDelta: {
            /**
             * @description Always `google_maps_call`.
             * @constant
             */
            type: "google_maps_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The queries. */
            arguments?: components["schemas"]["GoogleMapsCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Places found, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsResultStep`.
         */
        LegacyGoogleMapsResultContent: {
            /**
             * @description Always `google_maps_result`.
             * @constant
             */
            type: "google_maps_result";
            /** @description Id of the place search that this answers. */
            call_id?: string | undefined;
            /** @description The places found. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description Places found. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleMapsResultDelta`.
         */
        LegacyGoogleMapsResultDelta: {
            /**
             * @description Always `google_maps_result`.
             * @constant
             */
            type: "google_maps_result";
            /** @description Id of the place search that this answers. */
            call_id?: string | undefined;
            /** @description The places found. */
            result?: components["schemas"]["GoogleMapsResult"][] | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description Web searches the service makes, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchCallStep`.
         */
        LegacyGoogleSearchCallContent: {
            /**
             * @description Always `google_search_call`.
             * @constant
             */
            type: "google_search_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The queries. */
            arguments?: components["schemas"]["GoogleSearchCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Web searches the service makes, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchCallDelta`.
         */
        LegacyGoogleSearchCallDelta: {
            /**
             * @description Always `google_search_call`.
             * @constant
             */
            type: "google_search_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The queries. */
            arguments?: components["schemas"]["GoogleSearchCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description One search result: `title`, `url` and `rendered_content` at first, `search_suggestions` since March 2026. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchResult`.
         */
        LegacyGoogleSearchResult: {
            /** @description Title of the page found. Until March 2026. */
            title?: string | undefined;
            /** @description URL of the page found. Until March 2026. */
            url?: string | undefined;
            /** @description HTML of the search suggestions. Until March 2026, then `search_suggestions`. */
            rendered_content?: string | undefined;
            /** @description HTML of the search suggestions. Since March 2026. */
            search_suggestions?: string | undefined;
        };
        /**
         * @deprecated
         * @description Outcome of web searches, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchResultStep`.
         */
        LegacyGoogleSearchResultContent: {
            /**
             * @description Always `google_search_result`.
             * @constant
             */
            type: "google_search_result";
            /** @description Id of the search call that this answers. */
            call_id?: string | undefined;
            /** @description What the searches returned. */
            result?: components["schemas"]["LegacyGoogleSearchResult"][] | undefined;
            /** @description Whether the searches failed. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description Outcome of web searches. The service stopped sending this dialect on 2026-06-08. Replaced by `GoogleSearchResultDelta`.
         */
        LegacyGoogleSearchResultDelta: {
            /**
             * @description Always `google_search_result`.
             * @constant
             */
            type: "google_search_result";
            /** @description Id of the search call that this answers. */
            call_id?: string | undefined;
            /** @description What the searches returned. */
            result?: components["schemas"]["LegacyGoogleSearchResult"][] | undefined;
            /** @description Whether the searches failed. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description An interaction in the dialect before steps. The service stopped sending this dialect on 2026-06-08. Replaced by `Interaction`.
         */
        LegacyInteraction: {
            /** @description Opaque id of the interaction; an empty string in streams with `store` false. */
            id: string;
            /** @description State of the run. This dialect knew no status added after February 2026. */
            status: components["schemas"]["InteractionStatus"];
            /** @description Always `interaction`. */
            object?: string | undefined;
            /** @description Model that answered. Absent when an agent did. */
            model?: string | undefined;
            /** @description Agent that answered. Absent when a model did. */
            agent?: string | undefined;
            /**
             * Format: date-time
             * @description When the interaction was created, RFC 3339 in UTC.
             */
            created?: string | undefined;
            /**
             * Format: date-time
             * @description When the interaction last changed, RFC 3339 in UTC.
             */
            updated?: string | undefined;
            /** @description Always `model`, where present. */
            role?: string | undefined;
            /** @description What the run produced (text, media, thoughts, tool traffic), in order. */
            outputs?: components["schemas"]["LegacyContent"][] | undefined;
            /** @description Tokens the run used. The counters are those of today. */
            usage?: components["schemas"]["Usage"] | undefined;
            /** @description Id of the interaction that this one continued. */
            previous_interaction_id?: string | undefined;
            /** @description The input of the request, present only if `include_input` asked for it. */
            input?: (string | components["schemas"]["LegacyContent"] | components["schemas"]["LegacyContent"][] | components["schemas"]["LegacyTurn"][]) | undefined;
        };
        /**
         * @deprecated
         * @description Last event of a stream; the status tells how the run ended. The service stopped sending this dialect on 2026-06-08. Replaced by `InteractionCompletedEvent`.
         */
        LegacyInteractionCompleteEvent: {
            /**
             * @description Always `interaction.complete`.
             * @constant
             */
            event_type: "interaction.complete";
            /** @description The interaction at its end. `outputs` was empty here: the content came in the deltas. */
            interaction: components["schemas"]["LegacyInteraction"];
            /** @description Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * @deprecated
         * @description First event of a stream. The service stopped sending this dialect on 2026-06-08. Replaced by `InteractionCreatedEvent`.
         */
        LegacyInteractionStartEvent: {
            /**
             * @description Always `interaction.start`.
             * @constant
             */
            event_type: "interaction.start";
            /** @description The interaction at its start, without `outputs`. */
            interaction: components["schemas"]["LegacyInteraction"];
            /** @description Opaque position in the stream, for `last_event_id`. */
            event_id?: string | undefined;
        };
        /**
         * @deprecated
         * @description A call the service makes to an MCP server, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolCallStep`.
         */
        LegacyMCPServerToolCallContent: {
            /**
             * @description Always `mcp_server_tool_call`.
             * @constant
             */
            type: "mcp_server_tool_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** @description Name of the tool on that server. */
            name?: string | undefined;
            /** @description Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * @deprecated
         * @description A call to an MCP server, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolCallDelta`.
         */
        LegacyMCPServerToolCallDelta: {
            /**
             * @description Always `mcp_server_tool_call`.
             * @constant
             */
            type: "mcp_server_tool_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** @description Name of the tool on that server. */
            name?: string | undefined;
            /** @description Arguments by parameter name. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * @deprecated
         * @description What a tool of an MCP server returned, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolResultStep`.
         */
        LegacyMCPServerToolResultContent: {
            /**
             * @description Always `mcp_server_tool_result`.
             * @constant
             */
            type: "mcp_server_tool_result";
            /** @description Id of the MCP call that this answers. */
            call_id?: string | undefined;
            /** @description Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** @description Name of the tool that ran. */
            name?: string | undefined;
            /** @description What the tool returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
        };
        /**
         * @deprecated
         * @description What a tool of an MCP server returned. The service stopped sending this dialect on 2026-06-08. Replaced by `MCPServerToolResultDelta`.
         */
        LegacyMCPServerToolResultDelta: {
            /**
             * @description Always `mcp_server_tool_result`.
             * @constant
             */
            type: "mcp_server_tool_result";
            /** @description Id of the MCP call that this answers. */
            call_id?: string | undefined;
            /** @description Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** @description Name of the tool that ran. */
            name?: string | undefined;
            /** @description What the tool returned. */
            result?: components["schemas"]["ToolResult"] | undefined;
        };
        /**
         * @deprecated
         * @description Sources of text that was already sent. The service stopped sending this dialect on 2026-06-08, though some mirrors still use this spelling. Replaced by `TextAnnotationDelta`.
         */
        LegacyTextAnnotationDelta: {
            /**
             * @description Always `text_annotation`; today's spelling is `text_annotation_delta`.
             * @constant
             */
            type: "text_annotation";
            /** @description Annotations to add. Their offsets count bytes. */
            annotations?: (components["schemas"]["Annotation"] | components["schemas"]["LegacyAnnotation"])[] | undefined;
        };
        /**
         * @deprecated
         * @description Text in `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `TextContent` inside a `model_output` step.
         */
        LegacyTextContent: {
            /**
             * @description Always `text`.
             * @constant
             */
            type: "text";
            /** @description The text. May be absent in `content.start`, where deltas supply it. */
            text?: string | undefined;
            /** @description Sources of parts of the text: untyped records at first, typed citations since March 2026. */
            annotations?: (components["schemas"]["Annotation"] | components["schemas"]["LegacyAnnotation"])[] | undefined;
        };
        /**
         * @deprecated
         * @description More text. The service stopped sending this dialect on 2026-06-08. Replaced by `TextDelta`.
         */
        LegacyTextDelta: {
            /**
             * @description Always `text`.
             * @constant
             */
            type: "text";
            /** @description Text to append to what came before. */
            text?: string | undefined;
            /** @description Sources of parts of the text. Their offsets count bytes. */
            annotations?: (components["schemas"]["Annotation"] | components["schemas"]["LegacyAnnotation"])[] | undefined;
        };
        /**
         * @deprecated
         * @description The model's reasoning, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `ThoughtStep`.
         */
        LegacyThoughtContent: {
            /**
             * @description Always `thought`.
             * @constant
             */
            type: "thought";
            /** @description Opaque proof of the thought in base64, to be sent back unchanged. */
            signature?: string | undefined;
            /** @description Readable summary of the thought, if `thinking_summaries` was `auto`. */
            summary?: components["schemas"]["ThoughtSummaryContent"][] | undefined;
        };
        /**
         * @deprecated
         * @description One message of a conversation sent as input. The service refuses this form since 2026-06-08, when it stopped sending this dialect. Replaced by `UserInputStep` and `ModelOutputStep`.
         */
        LegacyTurn: {
            /** @description Who spoke, `user` or `model`. */
            role?: string | undefined;
            /** @description What was said. */
            content?: (string | components["schemas"]["LegacyContent"][]) | undefined;
        };
        /**
         * @deprecated
         * @description Pages the service fetches, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextCallStep`.
         */
        LegacyURLContextCallContent: {
            /**
             * @description Always `url_context_call`.
             * @constant
             */
            type: "url_context_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The URLs to fetch. */
            arguments?: components["schemas"]["URLContextCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Pages the service fetches, whole in one delta. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextCallDelta`.
         */
        LegacyURLContextCallDelta: {
            /**
             * @description Always `url_context_call`.
             * @constant
             */
            type: "url_context_call";
            /** @description Id of the call, repeated as `call_id` of its result. */
            id?: string | undefined;
            /** @description The URLs to fetch. */
            arguments?: components["schemas"]["URLContextCallArguments"] | undefined;
        };
        /**
         * @deprecated
         * @description Outcome of fetching pages, as an entry of `outputs`. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextResultStep`.
         */
        LegacyURLContextResultContent: {
            /**
             * @description Always `url_context_result`.
             * @constant
             */
            type: "url_context_result";
            /** @description Id of the URL context call that this answers. */
            call_id?: string | undefined;
            /** @description One entry per fetched URL. */
            result?: components["schemas"]["URLContextResult"][] | undefined;
            /** @description Whether the call as a whole failed. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /**
         * @deprecated
         * @description Outcome of fetching pages. The service stopped sending this dialect on 2026-06-08. Replaced by `URLContextResultDelta`.
         */
        LegacyURLContextResultDelta: {
            /**
             * @description Always `url_context_result`.
             * @constant
             */
            type: "url_context_result";
            /** @description Id of the URL context call that this answers. */
            call_id?: string | undefined;
            /** @description One entry per fetched URL. */
            result?: components["schemas"]["URLContextResult"][] | undefined;
            /** @description Whether the call as a whole failed. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, to be sent back unchanged. */
            signature?: string | undefined;
        };
        /** @description One page of environments. */
        ListEnvironmentsResponse: {
            /** @description The environments of this page. Absent when there are none. */
            environments?: components["schemas"]["EnvironmentResource"][] | undefined;
            /** @description Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** @description A remote MCP server, called by the service. It must speak streamable HTTP. */
        MCPServer: {
            /**
             * @description Marks an MCP server.
             * @constant
             */
            type: "mcp_server";
            /** @description Your name for the server; steps repeat it as `server_name`. Some agents accept only lowercase letters and digits. */
            name?: string | undefined;
            /** @description Full address of the MCP endpoint. */
            url?: string | undefined;
            /** @description Headers the service sends to the server, for instance for authentication. */
            headers?: {
                [key: string]: string;
            } | undefined;
            /** @description Which tools of the server may be called. */
            allowed_tools?: components["schemas"]["AllowedTools"][] | undefined;
        };
        /** @description A call that the service makes to a tool of an MCP server. */
        MCPServerToolCallDelta: {
            /**
             * @description Always `mcp_server_tool_call`.
             * @constant
             */
            type: "mcp_server_tool_call";
            /** @description Name of the MCP server, as given in `tools`. */
            server_name: string;
            /** @description Name of the tool on that server. */
            name: string;
            /** @description Arguments, to be merged key by key into those of the step. */
            arguments: {
                [key: string]: unknown;
            };
        };
        /** @description A call that the service makes to a tool of an MCP server. Nothing for the client to do. */
        MCPServerToolCallStep: {
            /**
             * @description Always `mcp_server_tool_call`.
             * @constant
             */
            type: "mcp_server_tool_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description Name of the MCP server, as given in `tools`. */
            server_name: string;
            /** @description Name of the tool on that server. */
            name: string;
            /** @description Arguments by parameter name. Often absent in `step.start`. */
            arguments?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description What a tool of an MCP server returned. */
        MCPServerToolResultDelta: {
            /**
             * @description Always `mcp_server_tool_result`.
             * @constant
             */
            type: "mcp_server_tool_result";
            /** @description Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** @description Name of the tool that ran. */
            name?: string | undefined;
            /** @description What the tool returned. A second delta adds to text or to a list and replaces an object. */
            result: components["schemas"]["ToolResult"];
        };
        /** @description What a tool of an MCP server returned. */
        MCPServerToolResultStep: {
            /**
             * @description Always `mcp_server_tool_result`.
             * @constant
             */
            type: "mcp_server_tool_result";
            /** @description Id of the MCP call that this answers. */
            call_id: string;
            /** @description Name of the MCP server, as given in `tools`. */
            server_name?: string | undefined;
            /** @description Name of the tool that ran. */
            name?: string | undefined;
            /** @description What the tool returned. Often absent in `step.start`. */
            result?: components["schemas"]["ToolResult"] | undefined;
        };
        /**
         * @description Level of detail at which the model reads an image or a video frame. More detail costs more input tokens.
         * @enum {string}
         */
        MediaResolution: "low" | "medium" | "high" | "ultra_high" | (string & {});
        /**
         * @description `probability` looks at how likely the harm is, `severity` also at how grave.
         * @enum {string}
         */
        Method: "severity" | "probability" | (string & {});
        /** @description Tokens of one modality. */
        ModalityTokens: {
            /** @description Kind of content that the tokens encode. */
            modality?: components["schemas"]["ResponseModality"] | undefined;
            /**
             * Format: int32
             * @description Number of tokens.
             */
            tokens?: number | undefined;
        };
        /**
         * @description `scan` only classifies and is fast, `verify` goes on to investigate what it found.
         * @enum {string}
         */
        Mode: "scan" | "verify" | (string & {});
        /**
         * @description Known model ids, as hints; any other id may be sent. Since 2026-09-18 the 2.5 models are only for projects that used them before; new ones take 3.8 Flash or 3.5 Flash-Lite. Vertex serves some of them, none older than Gemini 3. `lyria-3-clip-preview` and `lyria-3-pro-preview` may still answer with `outputs` in place of `steps`.
         * @enum {string}
         */
        Model: "gemma-4-26b-a4b-it" | "gemma-4-31b-it" | "gemini-flash-latest" | "gemini-flash-lite-latest" | "gemini-pro-latest" | "gemini-2.5-flash" | "gemini-2.5-pro" | "gemini-2.5-flash-lite" | "gemini-3.5-flash-lite" | "gemini-2.5-flash-image" | "gemini-3-flash-preview" | "gemini-3.1-pro-preview" | "gemini-3.1-pro-preview-customtools" | "gemini-3.1-flash-lite" | "gemini-3.1-flash-lite-image" | "gemini-3-pro-image" | "nano-banana-pro-preview" | "gemini-3.1-flash-image" | "gemini-nano-banana-2.1" | "gemini-3.1-flash-tts-preview" | "gemini-3.5-flash" | "gemini-3.6-flash" | "gemini-3.7-flash" | "gemini-3.8-flash" | "gemini-4-argon" | "gemini-4-carbon" | "gemini-4-hydrogen" | "gemini-3.8-flash-tts" | "gemini-3.8-flash-lite-tts" | "gemini-3.5-transcribe" | "lyria-3-clip-preview" | "lyria-3-pro-preview" | "gemini-robotics-er-1.6-preview" | "gemini-robotics-er-2-preview" | "lyria-3.5" | "gemini-omni-1.2-flash" | "gemini-omni-1.1-flash" | "gemini-omni-flash-preview" | (string & {});
        /** @description Tokens of one call of the model. */
        ModelInvocationTokenCount: {
            /** @description Tokens of the prompt, split by modality. */
            prompt_tokens_details?: components["schemas"]["ModalityTokens"][] | undefined;
            /** @description Tokens of the answer, split by modality. */
            candidates_tokens_details?: components["schemas"]["ModalityTokens"][] | undefined;
            /** @description Tokens spent on thinking, split by modality. */
            thoughts_tokens_details?: components["schemas"]["ModalityTokens"][] | undefined;
        };
        /** @description The answer, or a part of it. One step may hold several blocks of text and media. */
        ModelOutputStep: {
            /**
             * @description Always `model_output`.
             * @constant
             */
            type: "model_output";
            /** @description The parts of the answer, in order. */
            content?: components["schemas"]["Content"][] | undefined;
            /**
             * @deprecated
             * @description Why the output is missing or broken. See `errors` of the interaction instead.
             */
            error?: components["schemas"]["RpcStatus"] | undefined;
        };
        /**
         * @description `disabled` cuts the sandbox off from the network.
         * @enum {string}
         */
        NetworkEnum: "disabled" | (string & {});
        /** @description Search by Parallel. */
        ParallelAISearchConfig: {
            /** @description Your Parallel API key, if you use your own. It goes to the service with each request. */
            api_key?: string | undefined;
            /** @description Further parameters of Parallel's search API. */
            custom_config?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description A Google Maps place that backs a range of the text. */
        PlaceCitation: {
            /**
             * @description Marks the citation of a place.
             * @constant
             */
            type: "place_citation";
            /** @description Name of the place, for display. */
            name?: string | undefined;
            /** @description Id of the place, in the form `places/{place_id}`. */
            place_id?: string | undefined;
            /** @description Link to the place. */
            url?: string | undefined;
            /** @description Parts of user reviews that the answer draws on. */
            review_snippets?: components["schemas"]["ReviewSnippet"][] | undefined;
            /**
             * Format: int32
             * @description First byte of the range, counted in the UTF-8 text.
             */
            start_index?: number | undefined;
            /**
             * Format: int32
             * @description First byte after the range (exclusive), counted in the UTF-8 text.
             */
            end_index?: number | undefined;
        };
        /** @description Analysis of media that the service begins. */
        ProcessingCallDelta: {
            /**
             * @description Always `processing_call`.
             * @constant
             */
            type: "processing_call";
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Analysis of media that the service begins. Its details are not shown. Since 2026. */
        ProcessingCallStep: {
            /**
             * @description Always `processing_call`.
             * @constant
             */
            type: "processing_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /**
         * @description `static` takes frames at a fixed rate and puts all of them into the context; `agentic` lets the model move through the video by itself.
         * @enum {string}
         */
        ProcessingEnum: "static" | "agentic" | (string & {});
        /** @description End of an analysis of media. */
        ProcessingResultDelta: {
            /**
             * @description Always `processing_result`.
             * @constant
             */
            type: "processing_result";
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description End of an analysis of media. Its outcome shows in the answer only. */
        ProcessingResultStep: {
            /**
             * @description Always `processing_result`.
             * @constant
             */
            type: "processing_result";
            /** @description Id of the processing call that this answers. */
            call_id: string;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description One exceeded quota. */
        QuotaViolation: {
            /** @description What is counted, such as requests or input tokens. */
            quotaMetric?: string | undefined;
            /** @description Id of the limit. It tells a daily quota, where retrying is no use, from one per minute. */
            quotaId?: string | undefined;
            /** @description What the limit applies to, for instance the model and the location, by name. */
            quotaDimensions?: {
                [key: string]: string;
            } | undefined;
            /** @description The limit, a 64-bit integer as a string. */
            quotaValue?: string | undefined;
        };
        /** @description A corpus, or some files of it. */
        RagResource: {
            /** @description Resource name of the corpus. */
            rag_corpus?: string | undefined;
            /** @description Ids of the files to search, all in `rag_corpus`. Without any, the whole corpus. */
            rag_file_ids?: string[] | undefined;
        };
        /** @description How passages are retrieved from a RAG store. */
        RagRetrievalConfig: {
            /**
             * Format: int32
             * @description How many passages to retrieve.
             */
            top_k?: number | undefined;
            /** @description Which passages count. */
            filter?: components["schemas"]["Filter"] | undefined;
            /** @description How to mix dense and sparse search. */
            hybrid_search?: components["schemas"]["HybridSearch"] | undefined;
            /** @description How to rank what was found. */
            ranking?: components["schemas"]["Ranking"] | undefined;
        };
        /** @description Search in Vertex RAG corpora. */
        RagStoreConfig: {
            /** @description Corpora to search, as a whole or by file. */
            rag_resources?: components["schemas"]["RagResource"][] | undefined;
            /** @description How many passages to retrieve, and how to filter and rank them. */
            rag_retrieval_config?: components["schemas"]["RagRetrievalConfig"] | undefined;
            /**
             * Format: int32
             * @deprecated
             * @description How many passages to retrieve. Deprecated; use `rag_retrieval_config.top_k`.
             */
            similarity_top_k?: number | undefined;
            /**
             * Format: double
             * @deprecated
             * @description Vector distance a passage must stay below. Deprecated; use the same field of `rag_retrieval_config.filter`.
             */
            vector_distance_threshold?: number | undefined;
        };
        /** @description Options of the rank service. */
        RankService: {
            /** @description Model that ranks. */
            model_name?: string | undefined;
        };
        /** @description Second ranking of the passages, told apart by `ranking_config`; so far only the rank service. */
        Ranking: {
            /**
             * @description Marks ranking by the rank service. It plays the part of a `type`.
             * @constant
             */
            ranking_config: "rank_service";
            /** @description Options of the rank service. */
            rank_service?: components["schemas"]["RankService"] | undefined;
            /** @description Model of the rank service, the same as `rank_service.model_name`. */
            model_name?: string | undefined;
        };
        /**
         * @description Lines of a video. Default `720p`.
         * @enum {string}
         */
        Resolution: "360p" | "720p" | "1080p" | "4k" | (string & {});
        /** @description Form of one modality of the answer, told apart by `type`. The untyped object is left over from the bare JSON Schema that ended on 2026-06-08; wrap a schema in a text format instead. */
        ResponseFormat: components["schemas"]["TextResponseFormat"] | components["schemas"]["ImageResponseFormat"] | components["schemas"]["AudioResponseFormat"] | components["schemas"]["VideoResponseFormat"] | {
            [key: string]: unknown;
        };
        /**
         * @description A kind of content: what a token count is about, and what the deprecated `response_modalities` asks for.
         * @enum {string}
         */
        ResponseModality: "text" | "image" | "audio" | "video" | "document" | (string & {});
        /** @description Searches your own or a partner's data; mostly for Vertex. Each kind in `retrieval_types` has a configuration of its own. */
        Retrieval: {
            /**
             * @description Marks retrieval.
             * @constant
             */
            type: "retrieval";
            /** @description Where to search. */
            retrieval_types?: components["schemas"]["RetrievalRetrievalType"][] | undefined;
            /** @description Configuration of `vertex_ai_search`. */
            vertex_ai_search_config?: components["schemas"]["VertexAISearchConfig"] | undefined;
            /** @description Configuration of `rag_store`. */
            rag_store_config?: components["schemas"]["RagStoreConfig"] | undefined;
            /** @description Configuration of `exa_ai_search`. */
            exa_ai_search_config?: components["schemas"]["ExaAISearchConfig"] | undefined;
            /** @description Configuration of `parallel_ai_search`. */
            parallel_ai_search_config?: components["schemas"]["ParallelAISearchConfig"] | undefined;
        };
        /** @description What the service searches for. */
        RetrievalCallArguments: {
            /** @description The search queries that the model wrote. */
            queries?: string[] | undefined;
        };
        /** @description Searches in a search engine or store of the customer. Mostly Vertex. */
        RetrievalCallDelta: {
            /**
             * @description Always `retrieval_call`.
             * @constant
             */
            type: "retrieval_call";
            /** @description Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["RetrievalCallArguments"];
            /** @description Which engine is searched. */
            retrieval_type?: components["schemas"]["RetrievalRetrievalType"] | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Searches in a search engine or store of the customer that the service makes for the model. Mostly Vertex; since 2026. */
        RetrievalCallStep: {
            /**
             * @description Always `retrieval_call`.
             * @constant
             */
            type: "retrieval_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description The queries. Often absent in `step.start`. */
            arguments?: components["schemas"]["RetrievalCallArguments"] | undefined;
            /** @description Which engine is searched. */
            retrieval_type?: components["schemas"]["RetrievalRetrievalType"] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description End of such searches. */
        RetrievalResultDelta: {
            /**
             * @description Always `retrieval_result`.
             * @constant
             */
            type: "retrieval_result";
            /** @description Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description End of such searches. What was found is not shown. */
        RetrievalResultStep: {
            /**
             * @description Always `retrieval_result`.
             * @constant
             */
            type: "retrieval_result";
            /** @description Id of the retrieval call that this answers. */
            call_id: string;
            /** @description Whether the searches failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /**
         * @description A place to search: Vertex AI Search, a Vertex RAG store, or the partners Exa and Parallel.
         * @enum {string}
         */
        RetrievalRetrievalType: "vertex_ai_search" | "rag_store" | "exa_ai_search" | "parallel_ai_search" | (string & {});
        /** @description One review of a place. */
        ReviewSnippet: {
            /** @description Title to show. */
            title?: string | undefined;
            /** @description Page of the review in Google Maps. */
            url?: string | undefined;
            /** @description Id of the review in Google Maps. */
            review_id?: string | undefined;
        };
        /**
         * @description When the earlier secrets end. Until then each delivery carries a signature by each of them.
         * @enum {string}
         */
        RevocationBehavior: "revoke_previous_secrets_after_h24" | "revoke_previous_secrets_immediately" | (string & {});
        /** @description How to change the secret of a webhook. */
        RotateSigningSecretRequest: {
            /** @description When the earlier secrets end. */
            revocation_behavior?: components["schemas"]["RevocationBehavior"] | undefined;
        };
        /** @description Error in the form of a gRPC status. */
        RpcStatus: {
            /**
             * Format: int32
             * @description Number of the gRPC status, 0 to 16; not an HTTP status.
             */
            code?: number | undefined;
            /** @description Explanation in English, for people. */
            message?: string | undefined;
            /** @description Machine-readable facts, each with its kind in `@type`. */
            details?: {
                [key: string]: unknown;
            }[] | undefined;
        };
        /** @description From which level on one category of harm is blocked. */
        SafetySetting: {
            /** @description Category the setting is about. */
            type: components["schemas"]["HarmCategory"];
            /** @description Level from which content is blocked. */
            threshold: components["schemas"]["Threshold"];
            /** @description Score the threshold is compared with. Default `probability`. */
            method?: components["schemas"]["Method"] | undefined;
        };
        /**
         * @description `standard` is the default. `flex` answers 429 or 503 when capacity is short and stays `flex`, so allow it 10 minutes or more; `priority` drops to `standard` when it is full. What `deferred` means is undocumented.
         * @enum {string}
         */
        ServiceTier: "flex" | "standard" | "priority" | "deferred" | (string & {});
        /** @description Limits of a CodeMender session. */
        SessionConfig: {
            /**
             * Format: int32
             * @description Most rounds the agent may take before it stops.
             */
            max_rounds?: number | undefined;
        };
        /** @description A secret that deliveries are signed with, as far as it can be read again. */
        SigningSecret: {
            /** @description The beginning of the secret, to tell it from others. */
            truncated_secret?: string | undefined;
            /**
             * Format: date-time
             * @description When deliveries stop being signed with it, RFC 3339 in UTC.
             */
            expire_time?: string | undefined;
        };
        /** @description The `smart` transcription mode. What it does beyond the verbatim one is undocumented. */
        SmartTranscriptionMode: {
            /**
             * @description Marks the smart mode.
             * @constant
             */
            type: "smart";
            /** @description A text that goes with the audio; its use is undocumented. Since November 2026. */
            source_text?: string | undefined;
        };
        /**
         * @description `gcs` is Cloud Storage, `inline` is content in the request, `repository` is a code repository whose URL prefix names the provider, `skill_registry` is one skill or all skills of a project.
         * @enum {string}
         */
        SourceType: "gcs" | "inline" | "repository" | "skill_registry" | (string & {});
        /** @description Object form of `speech_config`. */
        SpeakerConfig: {
            /** @description One entry per speaker. */
            speakers?: components["schemas"]["SpeechConfig"][] | undefined;
        };
        /** @description Who speaks a range of the text, and how. */
        SpeechAnnotation: {
            /**
             * @description Marks a speech annotation. Its value is not the name of the schema.
             * @constant
             */
            type: "speech_metadata";
            /** @description Speaker of the range. */
            speaker?: string | undefined;
            /** @description How speech synthesis is to say the range, in words. */
            style?: string | undefined;
            /**
             * Format: int32
             * @description First byte of the range, counted in the UTF-8 text.
             */
            start_index?: number | undefined;
            /**
             * Format: int32
             * @description First byte after the range (exclusive), counted in the UTF-8 text.
             */
            end_index?: number | undefined;
        };
        /** @description Voice of one speaker. */
        SpeechConfig: {
            /** @description Name of a prebuilt voice, or id or key of a custom one. */
            voice?: string | undefined;
            /** @description Language to speak. */
            language?: string | undefined;
            /** @description Name of the speaker, the same as in the prompt. */
            speaker?: string | undefined;
        };
        /** @description A function result as `step.start` opens it. */
        StartedFunctionResultStep: {
            /**
             * @description Always `function_result`.
             * @constant
             */
            type: "function_result";
            /** @description The `id` of the function call that this answers. */
            call_id: string;
            /** @description Name of the function that ran. */
            name?: string | undefined;
            /** @description What the function returned. Usually absent here and brought by a delta. */
            result?: components["schemas"]["ToolResult"] | undefined;
            /** @description Whether the function failed. Default false. */
            is_error?: boolean | undefined;
        };
        /** @description A step as `step.start` opens it. As `Step`, only that a function result may still lack its `result`, which a delta brings. */
        StartedStep: components["schemas"]["UserInputStep"] | components["schemas"]["ModelOutputStep"] | components["schemas"]["ThoughtStep"] | components["schemas"]["FunctionCallStep"] | components["schemas"]["StartedFunctionResultStep"] | components["schemas"]["CodeExecutionCallStep"] | components["schemas"]["CodeExecutionResultStep"] | components["schemas"]["URLContextCallStep"] | components["schemas"]["URLContextResultStep"] | components["schemas"]["GoogleSearchCallStep"] | components["schemas"]["GoogleSearchResultStep"] | components["schemas"]["GoogleMapsCallStep"] | components["schemas"]["GoogleMapsResultStep"] | components["schemas"]["FileSearchCallStep"] | components["schemas"]["FileSearchResultStep"] | components["schemas"]["MCPServerToolCallStep"] | components["schemas"]["MCPServerToolResultStep"] | components["schemas"]["RetrievalCallStep"] | components["schemas"]["RetrievalResultStep"] | components["schemas"]["ProcessingCallStep"] | components["schemas"]["ProcessingResultStep"];
        /** @description Frames taken at a fixed rate, all of them put into the context; here with rate and range. */
        StaticMediaProcessing: {
            /**
             * @description Marks sampling at a fixed rate.
             * @constant
             */
            type: "static";
            /**
             * Format: float
             * @description Frames to take per second of video.
             */
            fps?: number | undefined;
            /**
             * @description Where the range starts, as decimal seconds with the suffix `s`. Not negative.
             * @example 10.5s
             */
            start_offset?: string | undefined;
            /**
             * @description Where the range ends, as decimal seconds with the suffix `s`. Greater than `start_offset`.
             * @example 30s
             */
            end_offset?: string | undefined;
        };
        /** @description One thing that happened in an interaction: input, output, a thought, or one half of a tool call. The order need not be causal: Gemini 2.5 lists a search after the text that used it. Unknown types may appear. */
        Step: components["schemas"]["UserInputStep"] | components["schemas"]["ModelOutputStep"] | components["schemas"]["ThoughtStep"] | components["schemas"]["FunctionCallStep"] | components["schemas"]["FunctionResultStep"] | components["schemas"]["CodeExecutionCallStep"] | components["schemas"]["CodeExecutionResultStep"] | components["schemas"]["URLContextCallStep"] | components["schemas"]["URLContextResultStep"] | components["schemas"]["GoogleSearchCallStep"] | components["schemas"]["GoogleSearchResultStep"] | components["schemas"]["GoogleMapsCallStep"] | components["schemas"]["GoogleMapsResultStep"] | components["schemas"]["FileSearchCallStep"] | components["schemas"]["FileSearchResultStep"] | components["schemas"]["MCPServerToolCallStep"] | components["schemas"]["MCPServerToolResultStep"] | components["schemas"]["RetrievalCallStep"] | components["schemas"]["RetrievalResultStep"] | components["schemas"]["ProcessingCallStep"] | components["schemas"]["ProcessingResultStep"];
        /** @description Adds to an open step. */
        StepDelta: {
            /**
             * @description Always `step.delta`.
             * @constant
             */
            event_type: "step.delta";
            /**
             * Format: int32
             * @description Position of the step, as in its `step.start`.
             */
            index: number;
            /** @description What is added; its `type` tells to which part of the step. */
            delta: components["schemas"]["StepDeltaData"];
            /** @description Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** @description Opaque position in the stream; send it as `last_event_id` to go on after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** @description What one `step.delta` event adds to a step. Ids of tool calls come with `step.start` only. Unknown types may appear, also an empty object or one without `type`; skip them. */
        StepDeltaData: components["schemas"]["TextDelta"] | components["schemas"]["TextAnnotationDelta"] | components["schemas"]["LegacyTextAnnotationDelta"] | components["schemas"]["ImageDelta"] | components["schemas"]["AudioDelta"] | components["schemas"]["DocumentDelta"] | components["schemas"]["VideoDelta"] | components["schemas"]["ThoughtSummaryDelta"] | components["schemas"]["ThoughtSignatureDelta"] | components["schemas"]["ArgumentsDelta"] | components["schemas"]["FunctionResultDelta"] | components["schemas"]["CodeExecutionCallDelta"] | components["schemas"]["CodeExecutionResultDelta"] | components["schemas"]["URLContextCallDelta"] | components["schemas"]["URLContextResultDelta"] | components["schemas"]["GoogleSearchCallDelta"] | components["schemas"]["GoogleSearchResultDelta"] | components["schemas"]["GoogleMapsCallDelta"] | components["schemas"]["GoogleMapsResultDelta"] | components["schemas"]["FileSearchCallDelta"] | components["schemas"]["FileSearchResultDelta"] | components["schemas"]["MCPServerToolCallDelta"] | components["schemas"]["MCPServerToolResultDelta"] | components["schemas"]["RetrievalCallDelta"] | components["schemas"]["RetrievalResultDelta"] | components["schemas"]["ProcessingCallDelta"] | components["schemas"]["ProcessingResultDelta"];
        /** @description Facts that come along with an event. */
        StepDeltaMetadata: {
            /** @description Tokens of the run so far. */
            total_usage?: components["schemas"]["Usage"] | undefined;
        };
        /** @description Opens a step. A second start for the same index begins that step anew. */
        StepStart: {
            /**
             * @description Always `step.start`.
             * @constant
             */
            event_type: "step.start";
            /**
             * Format: int32
             * @description Position among the steps that this interaction generates, from 0. Earlier turns and `user_input` steps do not count.
             */
            index: number;
            /** @description Initial value of the step, to which deltas are added. Often no more than `type` and ids, yet it may hold the first text or summary already. */
            step: components["schemas"]["StartedStep"];
            /** @description Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** @description Opaque position in the stream; send it as `last_event_id` to go on after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /** @description Closes a step; streamed arguments are complete now. */
        StepStop: {
            /**
             * @description Always `step.stop`.
             * @constant
             */
            event_type: "step.stop";
            /**
             * Format: int32
             * @description Position of the step, as in its `step.start`.
             */
            index: number;
            /** @description Tokens of the run so far. */
            usage?: components["schemas"]["Usage"] | undefined;
            /** @description Tokens of this step alone. */
            step_usage?: components["schemas"]["Usage"] | undefined;
            /** @description Usage at this point of the stream. */
            metadata?: components["schemas"]["StepDeltaMetadata"] | undefined;
            /** @description Opaque position in the stream; send it as `last_event_id` to go on after this event. Background runs set it on some events only, foreground streams on none. */
            event_id?: string | undefined;
        };
        /**
         * @description What a video model does. `image_to_video` takes one or two images as first and last frame, `reference_to_video` works from reference media of any kind; `edit`, `extend` and `upscale` change a given video. `upscale` since November 2026.
         * @enum {string}
         */
        Task: "text_to_video" | "image_to_video" | "reference_to_video" | "edit" | "extend" | "upscale" | (string & {});
        /** @description Citations and other marks for the last text block. Often one delta with all of them, after the text. */
        TextAnnotationDelta: {
            /**
             * @description Always `text_annotation_delta`. The earlier spelling `text_annotation` is still in use in some places.
             * @constant
             */
            type: "text_annotation_delta";
            /** @description The annotations to add. Their offsets count bytes of the whole block; repetitions occur. */
            annotations?: components["schemas"]["Annotation"][] | undefined;
        };
        /** @description A text block. */
        TextContent: {
            /**
             * @description Marks a text block.
             * @constant
             */
            type: "text";
            /** @description The text itself. Annotations point into its UTF-8 bytes, not into its characters. */
            text: string;
            /** @description Citations, speech or word data for ranges of `text`. A stream sends them in deltas of their own, usually after the text, and may repeat one. */
            annotations?: components["schemas"]["Annotation"][] | undefined;
        };
        /** @description More text, to be appended to the last text block of the step. If the last block is no text, a new one begins. */
        TextDelta: {
            /**
             * @description Always `text`.
             * @constant
             */
            type: "text";
            /** @description The text to append. */
            text: string;
        };
        /** @description Text output, plain or as JSON that follows a schema. */
        TextResponseFormat: {
            /**
             * @description Marks the format of text.
             * @constant
             */
            type: "text";
            /** @description Plain text or JSON. */
            mime_type?: components["schemas"]["TextResponseFormatMimeType"] | undefined;
            /** @description JSON Schema of the answer; only with `application/json`. String lengths, property counts, `uniqueItems` and `contains` are ignored, `minItems` and `maxItems` are kept; a schema that is too complex is a 400. */
            schema?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * @description Known formats of text output.
         * @enum {string}
         */
        TextResponseFormatMimeType: "application/json" | "text/plain" | (string & {});
        /**
         * @description How much a model thinks. Not every model knows every level; some on Vertex reject `minimal`.
         * @enum {string}
         */
        ThinkingLevel: "minimal" | "low" | "medium" | "high" | "xhigh" | (string & {});
        /**
         * @description `auto` adds summaries to `thought` steps, `none` leaves them out. A string, never a boolean.
         * @enum {string}
         */
        ThinkingSummaries: "auto" | "none" | (string & {});
        /** @description Signature of a thought. */
        ThoughtSignatureDelta: {
            /**
             * @description Always `thought_signature`.
             * @constant
             */
            type: "thought_signature";
            /** @description Opaque proof of the thought in base64. Replaces the one of the step unless empty. */
            signature?: string | undefined;
        };
        /** @description What the model thought before it went on. Send it back unchanged in a history sent by hand, but leave it out if it has no `signature`: an empty one can cause a 400. */
        ThoughtStep: {
            /**
             * @description Always `thought`.
             * @constant
             */
            type: "thought";
            /** @description Readable summary, only with `thinking_summaries` set to `auto`. */
            summary?: components["schemas"]["ThoughtSummaryContent"][] | undefined;
            /** @description Opaque proof of the thought in base64. May be absent or empty, also in a final answer. */
            signature?: string | undefined;
        };
        /** @description One piece of a thought summary, text or image. */
        ThoughtSummaryContent: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"];
        /** @description More of the summary of a thought, mostly one whole paragraph per delta. */
        ThoughtSummaryDelta: {
            /**
             * @description Always `thought_summary`.
             * @constant
             */
            type: "thought_summary";
            /** @description The entry to add to `summary`, text or an image. */
            content?: components["schemas"]["Content"] | undefined;
        };
        /**
         * @description Lowest level of harm that is blocked. `block_none` lets everything pass, `off` turns the filter itself off.
         * @enum {string}
         */
        Threshold: "block_low_and_above" | "block_medium_and_above" | "block_only_high" | "block_none" | "off" | (string & {});
        /** @description Something the model or agent may call, told apart by `type`. Functions are run by you, built-in tools by the service. Gemini 3 and later combine both; older models reject some combinations with 400. */
        Tool: components["schemas"]["FunctionTool"] | components["schemas"]["GoogleSearch"] | components["schemas"]["CodeExecution"] | components["schemas"]["URLContext"] | components["schemas"]["FileSearch"] | components["schemas"]["MCPServer"] | components["schemas"]["GoogleMaps"] | components["schemas"]["ComputerUse"] | components["schemas"]["Retrieval"] | components["schemas"]["Filesystem"] | components["schemas"]["Bash"];
        /** @description Tool choice among named tools. */
        ToolChoiceConfig: {
            /** @description Tools to choose from, and how. */
            allowed_tools?: components["schemas"]["AllowedTools"] | undefined;
        };
        /**
         * @description `auto` lets the model decide, `any` makes it call a tool, `none` forbids calls, `validated` lets it decide but holds its calls to the declared schemas.
         * @enum {string}
         */
        ToolChoiceType: "auto" | "any" | "none" | "validated" | (string & {});
        /** @description What a tool returned: text, any JSON object, or a list of content blocks. Audio, documents and video among the blocks since November 2026. */
        ToolResult: string | {
            [key: string]: unknown;
        } | components["schemas"]["FunctionResultSubcontent"][];
        /** @description Speech recognition. Its presence turns recognition on. */
        TranscriptionConfig: {
            /** @description How to transcribe. The object form takes the options of the mode. */
            mode?: (components["schemas"]["TranscriptionMode"] | components["schemas"]["TranscriptionConfigModeEnum"]) | undefined;
            /** @description BCP-47 codes of the languages to expect. Without any, the language is detected. */
            language_codes?: string[] | undefined;
            /** @description Words and phrases to recognise more readily. */
            custom_vocabulary?: string[] | undefined;
            /**
             * @deprecated
             * @description How to tell speakers apart. Deprecated; use the field of the same name in a verbatim `mode`.
             */
            diarization_mode?: string | undefined;
            /**
             * @deprecated
             * @description Which timestamps to give. Deprecated; use the field of the same name in a verbatim `mode`.
             */
            timestamp_granularities?: string[] | undefined;
            /**
             * @deprecated
             * @description BCP-47 codes of the languages to expect. Deprecated; use `language_codes`.
             */
            language_hints?: string[] | undefined;
            /**
             * @deprecated
             * @description Phrases to recognise more readily. Deprecated; use `custom_vocabulary`.
             */
            adaptation_phrases?: string[] | undefined;
        };
        /**
         * @description A transcription mode without options. `verbatim` writes down what is said word by word.
         * @enum {string}
         */
        TranscriptionConfigModeEnum: "verbatim" | "smart" | (string & {});
        /** @description A transcription mode with its options, told apart by `type`. */
        TranscriptionMode: components["schemas"]["VerbatimTranscriptionMode"] | components["schemas"]["SmartTranscriptionMode"];
        /** @description A web page that backs a range of the text, as Google Search and URL context give it. */
        URLCitation: {
            /**
             * @description Marks the citation of a web page.
             * @constant
             */
            type: "url_citation";
            /** @description Address of the page. Search citations give a redirect link on a Google host, not the final site. */
            url?: string | undefined;
            /** @description Title of the page. */
            title?: string | undefined;
            /**
             * Format: int32
             * @description First byte of the range, counted in the UTF-8 text.
             */
            start_index?: number | undefined;
            /**
             * Format: int32
             * @description First byte after the range (exclusive), counted in the UTF-8 text.
             */
            end_index?: number | undefined;
        };
        /** @description Lets the model read web pages by their address. */
        URLContext: {
            /**
             * @description Marks URL context.
             * @constant
             */
            type: "url_context";
        };
        /** @description Pages that the service fetches. */
        URLContextCallArguments: {
            /** @description The URLs to fetch. */
            urls?: string[] | undefined;
        };
        /** @description Pages that the service fetches. */
        URLContextCallDelta: {
            /**
             * @description Always `url_context_call`.
             * @constant
             */
            type: "url_context_call";
            /** @description Arguments, to be merged key by key into those of the step. */
            arguments: components["schemas"]["URLContextCallArguments"];
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /** @description Pages that the service fetches for the model. */
        URLContextCallStep: {
            /**
             * @description Always `url_context_call`.
             * @constant
             */
            type: "url_context_call";
            /** @description Id of the call, which the result repeats as `call_id`. A short random string. */
            id: string;
            /** @description The URLs to fetch. Often absent in `step.start`. */
            arguments?: components["schemas"]["URLContextCallArguments"] | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description How the fetching of one page went. */
        URLContextResult: {
            /** @description The URL that was fetched. */
            url?: string | undefined;
            /** @description Whether the model could read it. */
            status?: components["schemas"]["URLContextResultStatus"] | undefined;
        };
        /** @description How the fetching of pages went. */
        URLContextResultDelta: {
            /**
             * @description Always `url_context_result`.
             * @constant
             */
            type: "url_context_result";
            /** @description Entries to add to the result, one per URL. */
            result: components["schemas"]["URLContextResult"][];
            /** @description Whether the call as a whole failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Replaces the step's `signature` unless empty. Base64. */
            signature?: string | undefined;
        };
        /**
         * @description Outcome of fetching a page: read, failed, behind a paywall, or refused as unsafe.
         * @enum {string}
         */
        URLContextResultStatus: "success" | "error" | "paywall" | "unsafe" | (string & {});
        /** @description How the fetching of pages went. The text of the pages is not part of it. */
        URLContextResultStep: {
            /**
             * @description Always `url_context_result`.
             * @constant
             */
            type: "url_context_result";
            /** @description Id of the URL context call that this answers. */
            call_id: string;
            /** @description One entry per URL. Often absent in `step.start`. */
            result?: components["schemas"]["URLContextResult"][] | undefined;
            /** @description Whether the call as a whole failed. Default false. */
            is_error?: boolean | undefined;
            /** @description Opaque proof in base64, empty in many `step.start` events. Send it back unchanged when the history is sent by hand. */
            signature?: string | undefined;
        };
        /** @description Tokens and grounding calls that a run, or one step of it, used. All counters may be absent. */
        Usage: {
            /**
             * Format: int32
             * @description Input, output, thought and tool-use tokens together.
             */
            total_tokens?: number | undefined;
            /**
             * Format: int32
             * @description Tokens of the input, including those read from a cache.
             */
            total_input_tokens?: number | undefined;
            /**
             * Format: int32
             * @description Tokens of the answer. Thought tokens are counted apart.
             */
            total_output_tokens?: number | undefined;
            /**
             * Format: int32
             * @description Tokens spent on thinking. They count against `max_output_tokens`.
             */
            total_thought_tokens?: number | undefined;
            /**
             * Format: int32
             * @description The part of `total_input_tokens` that was read from a cache.
             */
            total_cached_tokens?: number | undefined;
            /**
             * Format: int32
             * @description Tokens that server-side tools fed into the prompt.
             */
            total_tool_use_tokens?: number | undefined;
            /**
             * Format: int32
             * @description Input tokens of the first turn, where one count covers several turns. Since November 2026.
             */
            initial_input_tokens?: number | undefined;
            /**
             * Format: int32
             * @description Tokens of the whole prompt, with what the service put around the input. Since August 2026.
             */
            raw_prompt_token?: number | undefined;
            /** @description Tokens of each call of the model behind the run, in order. Complete where `total_output_tokens` is 0: with `gemini-3.5-transcribe`, and in runs cut by `max_output_tokens`. Since September 2026. */
            model_invocation_token_counts?: components["schemas"]["ModelInvocationTokenCount"][] | undefined;
            /** @description The same without the calls that grounding made. Since September 2026. */
            non_grounding_model_invocation_token_counts?: components["schemas"]["ModelInvocationTokenCount"][] | undefined;
            /** @description The input tokens, split by modality. */
            input_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** @description The output tokens, split by modality. */
            output_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** @description The cached tokens, split by modality. */
            cached_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** @description The tool-use tokens, split by modality. */
            tool_use_tokens_by_modality?: components["schemas"]["ModalityTokens"][] | undefined;
            /** @description How often each grounding tool ran. */
            grounding_tool_count?: components["schemas"]["GroundingToolCount"][] | undefined;
        };
        /** @description What the user said. Part of requests and of the timeline that a get returns; a live stream leaves it out. */
        UserInputStep: {
            /**
             * @description Always `user_input`.
             * @constant
             */
            type: "user_input";
            /** @description The parts of the message, in order. */
            content?: components["schemas"]["Content"][] | undefined;
        };
        /** @description Transcription word by word, on request with speakers and times. */
        VerbatimTranscriptionMode: {
            /**
             * @description Marks the verbatim mode.
             * @constant
             */
            type: "verbatim";
            /**
             * @description How to tell speakers apart; the one known value is `speaker`. Without it words have no speaker.
             * @example speaker
             */
            diarization_mode?: string | undefined;
            /**
             * @description Which timestamps to give; the one known value is `word`. Without it there are none.
             * @example [
             *       "word"
             *     ]
             */
            timestamp_granularities?: string[] | undefined;
        };
        /** @description Vertex AI Search, by engine or by data stores. */
        VertexAISearchConfig: {
            /** @description The engine to ask. */
            engine?: string | undefined;
            /** @description The data stores to search. */
            datastores?: string[] | undefined;
        };
        /** @description Task of a video model. */
        VideoConfig: {
            /** @description What to do. Without it the model concludes it from the prompt and the media it is given. */
            task?: components["schemas"]["Task"] | undefined;
        };
        /** @description A video block. Absent from the published `v1` contract, yet accepted there. */
        VideoContent: {
            /**
             * @description Marks a video block.
             * @constant
             */
            type: "video";
            /** @description The video file as base64. Set this or `uri`. A finished interaction may return it inline even if `delivery` asked for a URI. */
            data?: string | undefined;
            /** @description Where the service, or the reader of an answer, finds the video. Set this or `data`. */
            uri?: string | undefined;
            /** @description File format of the video. */
            mime_type?: components["schemas"]["VideoContentMimeType"] | undefined;
            /** @description How finely the model looks at each frame. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
            /** @description A name of your choice, by which the model can refer to this clip. */
            name?: string | undefined;
            /** @description How the model watches the video. The object form of `static` also sets frame rate and range. */
            processing?: (components["schemas"]["StaticMediaProcessing"] | components["schemas"]["ProcessingEnum"]) | undefined;
        };
        /**
         * @description Known video formats. Other strings may appear; stream deltas also know `video/jpeg2000`.
         * @enum {string}
         */
        VideoContentMimeType: "video/mp4" | "video/mpeg" | "video/mpg" | "video/mov" | "video/avi" | "video/x-flv" | "video/webm" | "video/wmv" | "video/3gpp" | (string & {});
        /** @description A video, complete in one delta and a content block of its own. */
        VideoDelta: {
            /**
             * @description Always `video`.
             * @constant
             */
            type: "video";
            /** @description The video in base64, many megabytes in a single event. */
            data?: string | undefined;
            /** @description Where the service keeps the video, instead of `data`. */
            uri?: string | undefined;
            /** @description MIME type of the video. */
            mime_type?: components["schemas"]["VideoDeltaMimeType"] | undefined;
            /** @description Resolution at which a model reads the video. */
            resolution?: components["schemas"]["MediaResolution"] | undefined;
        };
        /**
         * @description MIME type of a video in a stream: those of video content and `video/jpeg2000`.
         * @enum {string}
         */
        VideoDeltaMimeType: "video/mp4" | "video/mpeg" | "video/mpg" | "video/mov" | "video/avi" | "video/x-flv" | "video/webm" | "video/wmv" | "video/3gpp" | "video/jpeg2000" | (string & {});
        /** @description Video output. What the video is made from goes into `generation_config.video_config`. */
        VideoResponseFormat: {
            /**
             * @description Marks the format of videos.
             * @constant
             */
            type: "video";
            /** @description Width to height. */
            aspect_ratio?: components["schemas"]["VideoResponseFormatAspectRatio"] | undefined;
            /** @description Lines of the picture. Default `720p`. */
            resolution?: components["schemas"]["Resolution"] | undefined;
            /**
             * @description Length of the video, as decimal seconds with the suffix `s`.
             * @example 8s
             */
            duration?: string | undefined;
            /** @description Whether the video comes in the answer or as a URI. `uri` needs `store` not `false`; a GET of the finished interaction may return the video inline all the same. */
            delivery?: components["schemas"]["VideoResponseFormatDelivery"] | undefined;
            /** @description Vertex only, and required there when `delivery` is `uri`. Where in Cloud Storage to put the video. */
            gcs_uri?: string | undefined;
        };
        /**
         * @description Width to height of a video, landscape or portrait.
         * @enum {string}
         */
        VideoResponseFormatAspectRatio: "16:9" | "9:16" | (string & {});
        /**
         * @description `inline` puts the video into `data` as base64, `uri` gives its `uri`.
         * @enum {string}
         */
        VideoResponseFormatDelivery: "inline" | "uri" | (string & {});
        /**
         * @description `auto` lets the agent add pictures, `off` forbids it.
         * @enum {string}
         */
        Visualization: "off" | "auto" | (string & {});
        /** @description A registered address for the events of a project. Deliveries are signed as in Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`). */
        Webhook: {
            /** @description Id of the webhook, given by the service. */
            id?: string | undefined;
            /** @description A name of your own. */
            name?: string | undefined;
            /** @description Address that the events are sent to. */
            uri: string;
            /** @description Which events are sent. */
            subscribed_events: components["schemas"]["WebhookSubscribedEvent"][];
            /** @description Whether events are sent. */
            state?: components["schemas"]["WebhookState"] | undefined;
            /** @description The secret that deliveries are signed with, `whsec_` and base64. Only in the answer to create. */
            new_signing_secret?: string | undefined;
            /** @description The secrets in use, shortened; more than one after a rotation. */
            signing_secrets?: components["schemas"]["SigningSecret"][] | undefined;
            /**
             * Format: date-time
             * @description When the webhook was registered, RFC 3339 in UTC.
             */
            create_time?: string | undefined;
            /**
             * Format: date-time
             * @description When the webhook was last changed, RFC 3339 in UTC.
             */
            update_time?: string | undefined;
        };
        /** @description Webhooks of one interaction. Events are `interaction.completed`, `interaction.requires_action` and `interaction.failed`, signed as in Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`). */
        WebhookConfig: {
            /** @description Where to send the events, in place of the webhooks registered for the project. */
            uris?: string[] | undefined;
            /** @description Free JSON that comes back in each event. */
            user_metadata?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description The body of a delivery: that something happened, not what came of it. Fetch the interaction to see that. */
        WebhookEventBody: {
            /** @description What happened. The service adds types without notice. */
            type: components["schemas"]["WebhookEventType"];
            /**
             * @description Version of the form of the delivery.
             * @example v1
             */
            version?: string | undefined;
            /** @description What it is about. */
            data: components["schemas"]["WebhookEventData"];
        };
        /** @description What a delivery is about. Deliveries of types that are not known here may have other members. */
        WebhookEventData: {
            /** @description Id of the interaction that it is about. */
            id: string;
            /** @description The `webhook_config.user_metadata` of the request. */
            user_metadata?: {
                [key: string]: unknown;
            } | undefined;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What a delivery tells of. A webhook can subscribe to more than these three.
         * @enum {string}
         */
        WebhookEventType: "interaction.completed" | "interaction.requires_action" | "interaction.failed" | (string & {});
        /** @description A webhook to register. */
        WebhookInput: {
            /** @description A name of your own. */
            name?: string | undefined;
            /** @description Address to send the events to. */
            uri: string;
            /** @description Which events to send. */
            subscribed_events: components["schemas"]["WebhookSubscribedEvent"][];
        };
        /** @description One page of webhooks. */
        WebhookListResponse: {
            /** @description The webhooks of this page. Absent when there are none. */
            webhooks?: components["schemas"]["Webhook"][] | undefined;
            /** @description Send it as `page_token` for the next page. Absent on the last page. */
            next_page_token?: string | undefined;
        };
        /** @description The new secret of a webhook. */
        WebhookRotateSigningSecretResponse: {
            /** @description The secret, `whsec_` and base64. It cannot be read again. */
            secret?: string | undefined;
        };
        /**
         * @description `enabled` sends events, `disabled` does not. `disabled_due_to_failed_deliveries` is set by the service.
         * @enum {string}
         */
        WebhookState: "enabled" | "disabled" | "disabled_due_to_failed_deliveries" | (string & {});
        /**
         * @description An event that a webhook can be sent; those of interactions are three of them.
         * @enum {string}
         */
        WebhookSubscribedEvent: "batch.succeeded" | "batch.expired" | "batch.failed" | "interaction.requires_action" | "interaction.completed" | "interaction.failed" | "video.generated" | (string & {});
        /** @description What to change about a webhook; what is absent stays. */
        WebhookUpdate: {
            /** @description A name of your own. */
            name?: string | undefined;
            /** @description Address to send the events to. */
            uri?: string | undefined;
            /** @description Which events to send. */
            subscribed_events?: components["schemas"]["WebhookSubscribedEvent"][] | undefined;
            /** @description Whether to send events; `enabled` also ends `disabled_due_to_failed_deliveries`. */
            state?: components["schemas"]["WebhookState"] | undefined;
        };
        /** @description One word of a transcript, with time and speaker where the transcription was asked for them. */
        WordInfo: {
            /**
             * @description Marks the data of one word.
             * @constant
             */
            type: "word_info";
            /** @description The word. */
            text?: string | undefined;
            /** @description When the word starts in the audio, as decimal seconds with the suffix `s`. Present when `timestamp_granularities` holds `word`. */
            start_offset?: string | undefined;
            /** @description When the word ends in the audio, as decimal seconds with the suffix `s`. Present when `timestamp_granularities` holds `word`. */
            end_offset?: string | undefined;
            /**
             * @description Label of the speaker. Present when `diarization_mode` is set.
             * @example spk_1
             */
            speaker?: string | undefined;
            /**
             * Format: int32
             * @description First byte of the word, counted in the UTF-8 text.
             */
            start_index?: number | undefined;
            /**
             * Format: int32
             * @description First byte after the word (exclusive), counted in the UTF-8 text.
             */
            end_index?: number | undefined;
        };
    };
    responses: {
        /** @description The agent. */
        Agent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Agent"];
            };
        };
        /** @description One page of agents. */
        AgentList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentListResponse"];
            };
        };
        /** @description Deleted. The body is empty or an empty object. */
        Deleted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The environment. */
        Environment: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvironmentResource"];
            };
        };
        /** @description Files of the directory, or the one file; with `alt=media` its content. */
        EnvironmentFiles: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GetEnvironmentFilesResponse"];
                "application/octet-stream": string;
            };
        };
        /** @description One page of environments. */
        EnvironmentList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ListEnvironmentsResponse"];
            };
        };
        /** @description The call failed. The Interactions backend answers with a string code, Google's front end with a `google.rpc.Status`, sometimes in an array; load balancers send HTML or nothing. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The interaction. */
        Interaction: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Interaction"];
            };
        };
        /** @description The interaction, or with `stream` its events; the stream ends with `[DONE]`. */
        InteractionOrStream: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Interaction"];
                "text/event-stream": components["schemas"]["InteractionStreamEvent"];
            };
        };
        /** @description The service sends the delivery again later. */
        NotReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The delivery is on its way. The body is an empty object. */
        Pinged: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any 2xx ends the delivery. The body is not read. */
        Received: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The new secret. */
        RotatedSecret: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookRotateSigningSecretResponse"];
            };
        };
        /** @description The session is open. The body is empty. */
        UploadSession: {
            headers: {
                /** @description Address that takes the bytes of the file; valid for this upload only. */
                "x-goog-upload-url"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The webhook. */
        Webhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webhook"];
            };
        };
        /** @description One page of webhooks. */
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
        /** @description Id of the agent, one path segment. */
        AgentId: string;
        /** @description `media` answers with the content of the file instead of facts about it. */
        AltMedia: "media";
        /** @description Id of the environment, one path segment. */
        Environment: string;
        /** @description Id of the environment, one path segment. */
        EnvironmentId: string;
        /** @description Unpack the uploaded file, a tar or tar.gz archive, into the path. Off unless set. */
        Extract: boolean;
        /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
        FilePath: string;
        /** @description Id of the interaction, as create answered it; opaque, one path segment. */
        Id: string;
        /** @description Add the request's `input` to the interaction. Off unless set; since January 2026. */
        IncludeInput: boolean;
        /** @description Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
        LastEventId: string;
        /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
        Location: string;
        /** @description Replace a file that exists. Off unless set. */
        Overwrite: boolean;
        /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
        PageSize: number;
        /** @description The `next_page_token` of the page before. Without it, the first page. */
        PageToken: string;
        /** @description Where the agents are, `projects/{project}/locations/{location}`. By default the project of the key. */
        Parent: string;
        /** @description Google Cloud project id or number. */
        Project: string;
        /** @description List the directories inside the directory as well. Off unless set. */
        Recursive: boolean;
        /** @description Answer with server-sent events: the stored ones, then live ones while the run goes on. Without it the answer is the interaction as JSON. */
        Stream: boolean;
        /** @description Names of the members to change, with commas between them. In practice ignored: what the body holds is changed. */
        UpdateMask: string;
        /** @description Always `start`. */
        UploadCommand: "start";
        /** @description Size of the file that will be uploaded, in bytes. */
        UploadLength: number;
        /** @description Always `resumable`. */
        UploadProtocol: "resumable";
        /** @description MIME type of the file that will be uploaded. */
        UploadType: string;
        /** @description Id of the webhook, one path segment. */
        WebhookId: string;
    };
    requestBodies: {
        /** @description The agent to create. */
        CreateAgent: {
            content: {
                "application/json": components["schemas"]["Agent"];
            };
        };
        /** @description The sandbox to create. */
        CreateEnvironment: {
            content: {
                "application/json": components["schemas"]["CreateEnvironmentRequest"];
            };
        };
        /** @description What to run. `stream` decides whether the answer is JSON or server-sent events. */
        CreateInteraction: {
            content: {
                "application/json": components["schemas"]["CreateInteractionRequest"];
            };
        };
        /** @description The webhook to register. */
        CreateWebhook: {
            content: {
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        /** @description What happened. Signed over the bytes of the body, by `webhook-id`, `webhook-timestamp` and `webhook-signature`. */
        Delivery: {
            content: {
                "application/json": components["schemas"]["WebhookEventBody"];
            };
        };
        /** @description Empty. */
        Empty: {
            content: {
                /** @example {} */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        /** @description What becomes of the earlier secrets. */
        RotateSigningSecret: {
            content: {
                "application/json": components["schemas"]["RotateSigningSecretRequest"];
            };
        };
        /** @description What to change. */
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
export type AudioDelta = components['schemas']['AudioDelta'];
export type AudioResponseFormat = components['schemas']['AudioResponseFormat'];
export type AudioResponseFormatDelivery = components['schemas']['AudioResponseFormatDelivery'];
export type AudioResponseFormatMimeType = components['schemas']['AudioResponseFormatMimeType'];
export type Bash = components['schemas']['Bash'];
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
export type CreateEnvironmentRequest = components['schemas']['CreateEnvironmentRequest'];
export type CreateInteractionRequest = components['schemas']['CreateInteractionRequest'];
export type CreateModelInteraction = components['schemas']['CreateModelInteraction'];
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
export type ParallelAISearchConfig = components['schemas']['ParallelAISearchConfig'];
export type PlaceCitation = components['schemas']['PlaceCitation'];
export type ProcessingCallDelta = components['schemas']['ProcessingCallDelta'];
export type ProcessingCallStep = components['schemas']['ProcessingCallStep'];
export type ProcessingEnum = components['schemas']['ProcessingEnum'];
export type ProcessingResultDelta = components['schemas']['ProcessingResultDelta'];
export type ProcessingResultStep = components['schemas']['ProcessingResultStep'];
export type QuotaViolation = components['schemas']['QuotaViolation'];
export type RagResource = components['schemas']['RagResource'];
export type RagRetrievalConfig = components['schemas']['RagRetrievalConfig'];
export type RagStoreConfig = components['schemas']['RagStoreConfig'];
export type RankService = components['schemas']['RankService'];
export type Ranking = components['schemas']['Ranking'];
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
export type ResponseUploadSession = components['responses']['UploadSession'];
export type ResponseWebhook = components['responses']['Webhook'];
export type ResponseWebhookList = components['responses']['WebhookList'];
export type ParameterAgentId = components['parameters']['AgentId'];
export type ParameterAltMedia = components['parameters']['AltMedia'];
export type ParameterEnvironment = components['parameters']['Environment'];
export type ParameterEnvironmentId = components['parameters']['EnvironmentId'];
export type ParameterExtract = components['parameters']['Extract'];
export type ParameterFilePath = components['parameters']['FilePath'];
export type ParameterId = components['parameters']['Id'];
export type ParameterIncludeInput = components['parameters']['IncludeInput'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type ParameterLocation = components['parameters']['Location'];
export type ParameterOverwrite = components['parameters']['Overwrite'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterPageToken = components['parameters']['PageToken'];
export type ParameterParent = components['parameters']['Parent'];
export type ParameterProject = components['parameters']['Project'];
export type ParameterRecursive = components['parameters']['Recursive'];
export type ParameterStream = components['parameters']['Stream'];
export type ParameterUpdateMask = components['parameters']['UpdateMask'];
export type ParameterUploadCommand = components['parameters']['UploadCommand'];
export type ParameterUploadLength = components['parameters']['UploadLength'];
export type ParameterUploadProtocol = components['parameters']['UploadProtocol'];
export type ParameterUploadType = components['parameters']['UploadType'];
export type ParameterWebhookId = components['parameters']['WebhookId'];
export type RequestBodyCreateAgent = components['requestBodies']['CreateAgent'];
export type RequestBodyCreateEnvironment = components['requestBodies']['CreateEnvironment'];
export type RequestBodyCreateInteraction = components['requestBodies']['CreateInteraction'];
export type RequestBodyCreateWebhook = components['requestBodies']['CreateWebhook'];
export type RequestBodyDelivery = components['requestBodies']['Delivery'];
export type RequestBodyEmpty = components['requestBodies']['Empty'];
export type RequestBodyRotateSigningSecret = components['requestBodies']['RotateSigningSecret'];
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
                /** @description Answer with server-sent events: the stored ones, then live ones while the run goes on. Without it the answer is the interaction as JSON. */
                stream?: components["parameters"]["Stream"] | undefined;
                /** @description Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
                last_event_id?: components["parameters"]["LastEventId"] | undefined;
                /** @description Add the request's `input` to the interaction. Off unless set; since January 2026. */
                include_input?: components["parameters"]["IncludeInput"] | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
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
                /** @description Id of the webhook, one path segment. */
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
                /** @description Id of the webhook, one path segment. */
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
                /** @description Names of the members to change, with commas between them. In practice ignored: what the body holds is changed. */
                update_mask?: components["parameters"]["UpdateMask"] | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the webhook, one path segment. */
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
                /** @description Id of the webhook, one path segment. */
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
                /** @description Id of the webhook, one path segment. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
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
                /** @description Id of the environment, one path segment. */
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
                /** @description Id of the environment, one path segment. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** @description List the directories inside the directory as well. Off unless set. */
                recursive?: components["parameters"]["Recursive"] | undefined;
                /** @description `media` answers with the content of the file instead of facts about it. */
                alt?: components["parameters"]["AltMedia"] | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
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
                /** @description Unpack the uploaded file, a tar or tar.gz archive, into the path. Off unless set. */
                extract?: components["parameters"]["Extract"] | undefined;
                /** @description Replace a file that exists. Off unless set. */
                overwrite?: components["parameters"]["Overwrite"] | undefined;
            };
            header: {
                /** @description Always `resumable`. */
                "X-Goog-Upload-Protocol": components["parameters"]["UploadProtocol"];
                /** @description Always `start`. */
                "X-Goog-Upload-Command": components["parameters"]["UploadCommand"];
                /** @description Size of the file that will be uploaded, in bytes. */
                "X-Goog-Upload-Header-Content-Length": components["parameters"]["UploadLength"];
                /** @description MIME type of the file that will be uploaded. */
                "X-Goog-Upload-Header-Content-Type": components["parameters"]["UploadType"];
            };
            path: {
                /** @description Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
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
    listAgents: {
        parameters: {
            query?: {
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** @description Where the agents are, `projects/{project}/locations/{location}`. By default the project of the key. */
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
                /** @description Id of the agent, one path segment. */
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
                /** @description Id of the agent, one path segment. */
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
    createVertexInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Answer with server-sent events: the stored ones, then live ones while the run goes on. Without it the answer is the interaction as JSON. */
                stream?: components["parameters"]["Stream"] | undefined;
                /** @description Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
                last_event_id?: components["parameters"]["LastEventId"] | undefined;
                /** @description Add the request's `input` to the interaction. Off unless set; since January 2026. */
                include_input?: components["parameters"]["IncludeInput"] | undefined;
            };
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Answer with server-sent events: the stored ones, then live ones while the run goes on. Without it the answer is the interaction as JSON. */
                stream?: components["parameters"]["Stream"] | undefined;
                /** @description Start after the event with this `event_id`; that event is not sent again. Only together with `stream=true`; absent means from the beginning. */
                last_event_id?: components["parameters"]["LastEventId"] | undefined;
                /** @description Add the request's `input` to the interaction. Off unless set; since January 2026. */
                include_input?: components["parameters"]["IncludeInput"] | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Id of the interaction, as create answered it; opaque, one path segment. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
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
                /** @description Names of the members to change, with commas between them. In practice ignored: what the body holds is changed. */
                update_mask?: components["parameters"]["UpdateMask"] | undefined;
            };
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the webhook, one path segment. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
            };
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the environment, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the environment, one path segment. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** @description List the directories inside the directory as well. Off unless set. */
                recursive?: components["parameters"]["Recursive"] | undefined;
                /** @description `media` answers with the content of the file instead of facts about it. */
                alt?: components["parameters"]["AltMedia"] | undefined;
            };
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the environment, one path segment. */
                environment: components["parameters"]["Environment"];
                /** @description Path of the file or directory, relative to the root of the sandbox, such as `src/main.py`. */
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
                /** @description Most entries of one page. Default 50, at most 1000; the service may return fewer. */
                page_size?: components["parameters"]["PageSize"] | undefined;
                /** @description The `next_page_token` of the page before. Without it, the first page. */
                page_token?: components["parameters"]["PageToken"] | undefined;
                /** @description Where the agents are, `projects/{project}/locations/{location}`. By default the project of the key. */
                parent?: components["parameters"]["Parent"] | undefined;
            };
            header?: never;
            path: {
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the agent, one path segment. */
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
                /** @description Google Cloud project id or number. */
                project: components["parameters"]["Project"];
                /** @description Google Cloud location: `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. */
                location: components["parameters"]["Location"];
                /** @description Id of the agent, one path segment. */
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
