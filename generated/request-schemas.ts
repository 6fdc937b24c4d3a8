// Written by `npm run generate` from spec/. Do not edit.

import type { ValueSchema } from "../src/model/generated.ts";

export type { ValueSchema };

/** The schemas that the bodies of requests are made of, by their names in the spec. */
export const requestSchemas: Readonly<Record<string, ValueSchema>> = {
 "Agent": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "base_agent": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "system_instruction": {
    "type": "string"
   },
   "tools": {
    "type": "array",
    "items": {
     "name": "AgentTool"
    }
   },
   "base_environment": {
    "anyOf": [
     {
      "name": "Environment"
     },
     {
      "type": "string"
     }
    ]
   },
   "agent_config": {
    "name": "AntigravityAgentConfig"
   }
  }
 },
 "AgentConfig": {
  "anyOf": [
   {
    "name": "DeepResearchAgentConfig"
   },
   {
    "name": "AntigravityAgentConfig"
   },
   {
    "name": "CodeMenderAgentConfig"
   },
   {
    "name": "DynamicAgentConfig"
   }
  ]
 },
 "AgentTool": {
  "anyOf": [
   {
    "name": "CodeExecution"
   },
   {
    "name": "FunctionTool"
   },
   {
    "name": "GoogleSearch"
   },
   {
    "name": "MCPServer"
   },
   {
    "name": "URLContext"
   }
  ]
 },
 "AllowedTools": {
  "type": "object",
  "properties": {
   "mode": {
    "type": "string"
   },
   "tools": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "AllowlistEntry": {
  "type": "object",
  "required": [
   "domain"
  ],
  "properties": {
   "domain": {
    "type": "string"
   },
   "transform": {
    "anyOf": [
     {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      }
     },
     {
      "type": "array",
      "items": {
       "type": "object",
       "additionalProperties": {
        "type": "string"
       }
      }
     }
    ]
   },
   "credential": {
    "type": "string"
   }
  }
 },
 "Annotation": {
  "anyOf": [
   {
    "name": "URLCitation"
   },
   {
    "name": "FileCitation"
   },
   {
    "name": "PlaceCitation"
   },
   {
    "name": "SpeechAnnotation"
   },
   {
    "name": "WordInfo"
   }
  ]
 },
 "AntigravityAgentConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "antigravity"
   },
   "model": {
    "type": "string"
   },
   "max_total_tokens": {
    "type": "string"
   }
  }
 },
 "AudioContent": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "audio"
   },
   "data": {
    "type": "string"
   },
   "uri": {
    "type": "string"
   },
   "mime_type": {
    "type": "string"
   },
   "sample_rate": {
    "type": "integer"
   },
   "channels": {
    "type": "integer"
   }
  }
 },
 "AudioData": {
  "type": "object",
  "required": [
   "data",
   "mime_type"
  ],
  "properties": {
   "data": {
    "type": "string"
   },
   "mime_type": {
    "type": "string"
   }
  }
 },
 "AudioResponseFormat": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "audio"
   },
   "mime_type": {
    "type": "string"
   },
   "sample_rate": {
    "type": "integer"
   },
   "bit_rate": {
    "type": "integer"
   },
   "delivery": {
    "type": "string"
   }
  }
 },
 "Bash": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "bash"
   }
  }
 },
 "ChoiceQuestion": {
  "type": "object",
  "required": [
   "type",
   "instructions",
   "criteria"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "choice"
   },
   "instructions": {
    "name": "DecisionInstructions"
   },
   "criteria": {
    "type": "object",
    "additionalProperties": {
     "type": "string"
    }
   }
  }
 },
 "CodeExecution": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "code_execution"
   }
  }
 },
 "CodeExecutionCallArguments": {
  "type": "object",
  "properties": {
   "code": {
    "type": "string"
   },
   "language": {
    "type": "string"
   }
  }
 },
 "CodeExecutionCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "code_execution_call"
   },
   "id": {
    "type": "string"
   },
   "arguments": {
    "name": "CodeExecutionCallArguments"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "CodeExecutionResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "code_execution_result"
   },
   "call_id": {
    "type": "string"
   },
   "result": {
    "anyOf": [
     {
      "type": "array",
      "items": {
       "name": "Content"
      }
     },
     {
      "type": "string"
     }
    ]
   },
   "is_error": {
    "type": "boolean"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "CodeMenderAgentConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "code-mender"
   },
   "model": {
    "type": "string"
   },
   "find_request": {
    "name": "FindRequest"
   },
   "fix_request": {
    "name": "FixRequest"
   },
   "session_id": {
    "type": "string"
   },
   "session_config": {
    "name": "SessionConfig"
   }
  }
 },
 "ComputerUse": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "computer_use"
   },
   "environment": {
    "type": "string"
   },
   "excluded_predefined_functions": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "enable_prompt_injection_detection": {
    "type": "boolean"
   },
   "disabled_safety_policies": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "Content": {
  "anyOf": [
   {
    "name": "TextContent"
   },
   {
    "name": "ImageContent"
   },
   {
    "name": "AudioContent"
   },
   {
    "name": "DocumentContent"
   },
   {
    "name": "VideoContent"
   }
  ]
 },
 "CreateAgentInteraction": {
  "type": "object",
  "required": [
   "agent"
  ],
  "properties": {
   "agent": {
    "type": "string"
   },
   "input": {
    "name": "InteractionsInput"
   },
   "agent_config": {
    "name": "AgentConfig"
   },
   "system_instruction": {
    "type": "string"
   },
   "tools": {
    "type": "array",
    "items": {
     "name": "Tool"
    }
   },
   "response_format": {
    "anyOf": [
     {
      "name": "ResponseFormat"
     },
     {
      "type": "array",
      "items": {
       "name": "ResponseFormat"
      }
     }
    ]
   },
   "previous_interaction_id": {
    "type": "string"
   },
   "stream": {
    "type": "boolean"
   },
   "store": {
    "type": "boolean"
   },
   "background": {
    "type": "boolean"
   },
   "service_tier": {
    "type": "string"
   },
   "environment": {
    "anyOf": [
     {
      "name": "Environment"
     },
     {
      "type": "string"
     }
    ]
   },
   "labels": {
    "type": "object",
    "additionalProperties": {
     "type": "string"
    }
   },
   "safety_settings": {
    "type": "array",
    "items": {
     "name": "SafetySetting"
    }
   },
   "webhook_config": {
    "name": "WebhookConfig"
   },
   "continuation_token": {
    "type": "string"
   },
   "response_mime_type": {
    "type": "string"
   },
   "response_modalities": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "CreateDecisionRequest": {
  "type": "object",
  "required": [
   "model",
   "input",
   "questions"
  ],
  "properties": {
   "model": {
    "type": "string"
   },
   "input": {
    "anyOf": [
     {
      "type": "string"
     },
     {
      "name": "Content"
     },
     {
      "type": "array",
      "items": {
       "name": "Content"
      }
     }
    ]
   },
   "questions": {
    "type": "object",
    "additionalProperties": {
     "name": "DecisionQuestion"
    }
   }
  }
 },
 "CreateEnvironmentRequest": {
  "type": "object",
  "properties": {
   "from_environment": {
    "type": "string"
   },
   "sources": {
    "type": "array",
    "items": {
     "name": "EnvironmentSource"
    }
   },
   "network": {
    "anyOf": [
     {
      "name": "EnvironmentNetworkEgressAllowlist"
     },
     {
      "type": "string"
     }
    ]
   }
  }
 },
 "CreateInteractionRequest": {
  "anyOf": [
   {
    "name": "CreateModelInteraction"
   },
   {
    "name": "CreateAgentInteraction"
   }
  ]
 },
 "CreateModelInteraction": {
  "type": "object",
  "required": [
   "model"
  ],
  "properties": {
   "model": {
    "type": "string"
   },
   "input": {
    "name": "InteractionsInput"
   },
   "system_instruction": {
    "type": "string"
   },
   "tools": {
    "type": "array",
    "items": {
     "name": "Tool"
    }
   },
   "generation_config": {
    "name": "GenerationConfig"
   },
   "response_format": {
    "anyOf": [
     {
      "name": "ResponseFormat"
     },
     {
      "type": "array",
      "items": {
       "name": "ResponseFormat"
      }
     }
    ]
   },
   "previous_interaction_id": {
    "type": "string"
   },
   "stream": {
    "type": "boolean"
   },
   "store": {
    "type": "boolean"
   },
   "background": {
    "type": "boolean"
   },
   "service_tier": {
    "type": "string"
   },
   "environment": {
    "anyOf": [
     {
      "name": "Environment"
     },
     {
      "type": "string"
     }
    ]
   },
   "labels": {
    "type": "object",
    "additionalProperties": {
     "type": "string"
    }
   },
   "safety_settings": {
    "type": "array",
    "items": {
     "name": "SafetySetting"
    }
   },
   "webhook_config": {
    "name": "WebhookConfig"
   },
   "continuation_token": {
    "type": "string"
   },
   "cached_content": {
    "type": "string"
   },
   "response_mime_type": {
    "type": "string"
   },
   "response_modalities": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "CreateVoiceRequest": {
  "type": "object",
  "required": [
   "voice"
  ],
  "properties": {
   "store": {
    "type": "boolean"
   },
   "voice": {
    "name": "VoiceInput"
   }
  }
 },
 "CredentialCreateParams": {
  "anyOf": [
   {
    "name": "EnvironmentVariableConfig"
   },
   {
    "name": "HttpBearerConfig"
   },
   {
    "name": "OAuth2Config"
   }
  ]
 },
 "CredentialUpdate": {
  "anyOf": [
   {
    "name": "EnvironmentVariableUpdateConfig"
   },
   {
    "name": "HttpBearerUpdateConfig"
   },
   {
    "name": "OAuth2UpdateConfig"
   }
  ]
 },
 "DecisionInstructions": {
  "anyOf": [
   {
    "type": "string"
   },
   {
    "name": "TextContent"
   },
   {
    "type": "array",
    "items": {
     "name": "TextContent"
    }
   }
  ]
 },
 "DecisionQuestion": {
  "anyOf": [
   {
    "name": "ChoiceQuestion"
   },
   {
    "name": "NoulQuestion"
   },
   {
    "name": "ScoreQuestion"
   }
  ]
 },
 "DeepResearchAgentConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "deep-research"
   },
   "thinking_summaries": {
    "type": "string"
   },
   "visualization": {
    "type": "string"
   },
   "collaborative_planning": {
    "type": "boolean"
   },
   "enable_bigquery_tool": {
    "type": "boolean"
   }
  }
 },
 "DocumentContent": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "document"
   },
   "data": {
    "type": "string"
   },
   "uri": {
    "type": "string"
   },
   "mime_type": {
    "type": "string"
   }
  }
 },
 "DynamicAgentConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "additionalProperties": true,
  "properties": {
   "type": {
    "type": "string",
    "const": "dynamic"
   }
  }
 },
 "EnvVar": {
  "type": "object",
  "properties": {
   "value": {
    "type": "string"
   },
   "credential": {
    "type": "string"
   }
  }
 },
 "Environment": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "remote"
   },
   "environment_id": {
    "type": "string"
   },
   "sources": {
    "type": "array",
    "items": {
     "name": "EnvironmentSource"
    }
   },
   "env": {
    "type": "object",
    "additionalProperties": {
     "anyOf": [
      {
       "type": "string"
      },
      {
       "name": "EnvVar"
      }
     ]
    }
   },
   "network": {
    "anyOf": [
     {
      "name": "EnvironmentNetworkEgressAllowlist"
     },
     {
      "type": "string"
     }
    ]
   }
  }
 },
 "EnvironmentNetworkEgressAllowlist": {
  "type": "object",
  "properties": {
   "allowlist": {
    "anyOf": [
     {
      "type": "array",
      "items": {
       "name": "AllowlistEntry"
      }
     },
     {
      "type": "string"
     }
    ]
   }
  }
 },
 "EnvironmentSource": {
  "type": "object",
  "properties": {
   "type": {
    "type": "string"
   },
   "source": {
    "type": "string"
   },
   "target": {
    "type": "string"
   },
   "content": {
    "type": "string"
   },
   "encoding": {
    "type": "string"
   }
  }
 },
 "EnvironmentVariableConfig": {
  "type": "object",
  "required": [
   "id",
   "type",
   "value",
   "injection_location"
  ],
  "properties": {
   "id": {
    "type": "string"
   },
   "type": {
    "type": "string",
    "const": "environment_variable"
   },
   "value": {
    "type": "string"
   },
   "injection_location": {
    "anyOf": [
     {
      "type": "string"
     },
     {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    ]
   },
   "trusted_domains": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "EnvironmentVariableUpdateConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "environment_variable"
   },
   "value": {
    "type": "string"
   },
   "injection_location": {
    "anyOf": [
     {
      "type": "string"
     },
     {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    ]
   },
   "trusted_domains": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "ExaAISearchConfig": {
  "type": "object",
  "required": [
   "api_key"
  ],
  "properties": {
   "api_key": {
    "type": "string"
   },
   "custom_config": {
    "type": "object",
    "additionalProperties": true
   }
  }
 },
 "FileCitation": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "file_citation"
   },
   "file_name": {
    "type": "string"
   },
   "document_uri": {
    "type": "string"
   },
   "page_number": {
    "type": "integer"
   },
   "media_id": {
    "type": "string"
   },
   "source": {
    "type": "string"
   },
   "custom_metadata": {
    "type": "object",
    "additionalProperties": true
   },
   "start_index": {
    "type": "integer"
   },
   "end_index": {
    "type": "integer"
   }
  }
 },
 "FileContent": {
  "type": "object",
  "properties": {
   "path": {
    "type": "string"
   },
   "content": {
    "type": "string"
   }
  }
 },
 "FileSearch": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "file_search"
   },
   "file_search_store_names": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "metadata_filter": {
    "type": "string"
   },
   "top_k": {
    "type": "integer"
   }
  }
 },
 "FileSearchCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "file_search_call"
   },
   "id": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "FileSearchResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "file_search_result"
   },
   "call_id": {
    "type": "string"
   },
   "result": {
    "type": "array",
    "items": {
     "type": "object",
     "additionalProperties": true
    }
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "Filesystem": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "filesystem"
   }
  }
 },
 "Filter": {
  "type": "object",
  "properties": {
   "metadata_filter": {
    "type": "string"
   },
   "vector_distance_threshold": {
    "type": "number"
   },
   "vector_similarity_threshold": {
    "type": "number"
   }
  }
 },
 "FindRequest": {
  "type": "object",
  "properties": {
   "mode": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "source_files": {
    "type": "array",
    "items": {
     "name": "FileContent"
    }
   },
   "finding_id": {
    "type": "string"
   }
  }
 },
 "FixRequest": {
  "type": "object",
  "properties": {
   "finding_id": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "source_files": {
    "type": "array",
    "items": {
     "name": "FileContent"
    }
   }
  }
 },
 "FunctionCallStep": {
  "type": "object",
  "required": [
   "type",
   "id",
   "name",
   "arguments"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "function_call"
   },
   "id": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "arguments": {
    "type": "object",
    "additionalProperties": true
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "FunctionResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id",
   "result"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "function_result"
   },
   "call_id": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "result": {
    "name": "ToolResult"
   },
   "is_error": {
    "type": "boolean"
   }
  }
 },
 "FunctionResultSubcontent": {
  "anyOf": [
   {
    "name": "TextContent"
   },
   {
    "name": "ImageContent"
   },
   {
    "name": "AudioContent"
   },
   {
    "name": "DocumentContent"
   },
   {
    "name": "VideoContent"
   }
  ]
 },
 "FunctionTool": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "function"
   },
   "name": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "parameters": {
    "type": "object",
    "additionalProperties": true
   }
  }
 },
 "GenerationConfig": {
  "type": "object",
  "properties": {
   "max_output_tokens": {
    "type": "integer"
   },
   "thinking_level": {
    "type": "string"
   },
   "thinking_summaries": {
    "type": "string"
   },
   "tool_choice": {
    "anyOf": [
     {
      "name": "ToolChoiceConfig"
     },
     {
      "type": "string"
     }
    ]
   },
   "seed": {
    "type": "integer"
   },
   "stop_sequences": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "speech_config": {
    "anyOf": [
     {
      "name": "SpeakerConfig"
     },
     {
      "type": "array",
      "items": {
       "name": "SpeechConfig"
      }
     }
    ]
   },
   "transcription_config": {
    "name": "TranscriptionConfig"
   },
   "video_config": {
    "name": "VideoConfig"
   },
   "temperature": {
    "type": "number"
   },
   "top_p": {
    "type": "number"
   },
   "top_k": {
    "type": "integer"
   },
   "image_config": {
    "name": "ImageConfig"
   }
  }
 },
 "GoogleMaps": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "google_maps"
   },
   "latitude": {
    "type": "number"
   },
   "longitude": {
    "type": "number"
   },
   "enable_widget": {
    "type": "boolean"
   }
  }
 },
 "GoogleMapsCallArguments": {
  "type": "object",
  "properties": {
   "queries": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "GoogleMapsCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "google_maps_call"
   },
   "id": {
    "type": "string"
   },
   "arguments": {
    "name": "GoogleMapsCallArguments"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "GoogleMapsResult": {
  "type": "object",
  "properties": {
   "places": {
    "type": "array",
    "items": {
     "name": "GoogleMapsResultPlaces"
    }
   },
   "widget_context_token": {
    "type": "string"
   }
  }
 },
 "GoogleMapsResultPlaces": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "place_id": {
    "type": "string"
   },
   "url": {
    "type": "string"
   },
   "review_snippets": {
    "type": "array",
    "items": {
     "name": "ReviewSnippet"
    }
   }
  }
 },
 "GoogleMapsResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "google_maps_result"
   },
   "call_id": {
    "type": "string"
   },
   "result": {
    "type": "array",
    "items": {
     "name": "GoogleMapsResult"
    }
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "GoogleSearch": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "google_search"
   },
   "search_types": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "GoogleSearchCallArguments": {
  "type": "object",
  "properties": {
   "queries": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "GoogleSearchCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "google_search_call"
   },
   "id": {
    "type": "string"
   },
   "arguments": {
    "name": "GoogleSearchCallArguments"
   },
   "search_type": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "GoogleSearchResult": {
  "type": "object",
  "properties": {
   "search_suggestions": {
    "type": "string"
   }
  }
 },
 "GoogleSearchResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "google_search_result"
   },
   "call_id": {
    "type": "string"
   },
   "result": {
    "type": "array",
    "items": {
     "name": "GoogleSearchResult"
    }
   },
   "is_error": {
    "type": "boolean"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "HttpBearerConfig": {
  "type": "object",
  "required": [
   "id",
   "type",
   "token"
  ],
  "properties": {
   "id": {
    "type": "string"
   },
   "type": {
    "type": "string",
    "const": "bearer_token"
   },
   "token": {
    "type": "string"
   },
   "header_name": {
    "type": "string"
   },
   "prefix": {
    "type": "string"
   }
  }
 },
 "HttpBearerUpdateConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "bearer_token"
   },
   "token": {
    "type": "string"
   },
   "header_name": {
    "type": "string"
   },
   "prefix": {
    "type": "string"
   }
  }
 },
 "HybridSearch": {
  "type": "object",
  "properties": {
   "alpha": {
    "type": "number"
   }
  }
 },
 "ImageConfig": {
  "type": "object",
  "properties": {
   "aspect_ratio": {
    "type": "string"
   },
   "image_size": {
    "type": "string"
   }
  }
 },
 "ImageContent": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "image"
   },
   "data": {
    "type": "string"
   },
   "uri": {
    "type": "string"
   },
   "mime_type": {
    "type": "string"
   },
   "resolution": {
    "type": "string"
   }
  }
 },
 "ImageResponseFormat": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "image"
   },
   "aspect_ratio": {
    "type": "string"
   },
   "image_size": {
    "type": "string"
   },
   "mime_type": {
    "type": "string"
   },
   "delivery": {
    "type": "string"
   }
  }
 },
 "InteractionsInput": {
  "anyOf": [
   {
    "type": "string"
   },
   {
    "name": "Content"
   },
   {
    "type": "array",
    "items": {
     "name": "Content"
    }
   },
   {
    "type": "array",
    "items": {
     "name": "Step"
    }
   }
  ]
 },
 "MCPServer": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "mcp_server"
   },
   "name": {
    "type": "string"
   },
   "url": {
    "type": "string"
   },
   "headers": {
    "type": "object",
    "additionalProperties": {
     "type": "string"
    }
   },
   "allowed_tools": {
    "type": "array",
    "items": {
     "name": "AllowedTools"
    }
   }
  }
 },
 "MCPServerToolCallStep": {
  "type": "object",
  "required": [
   "type",
   "id",
   "server_name",
   "name"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "mcp_server_tool_call"
   },
   "id": {
    "type": "string"
   },
   "server_name": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "arguments": {
    "type": "object",
    "additionalProperties": true
   }
  }
 },
 "MCPServerToolResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "mcp_server_tool_result"
   },
   "call_id": {
    "type": "string"
   },
   "server_name": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "result": {
    "name": "ToolResult"
   }
  }
 },
 "ModelOutputStep": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "model_output"
   },
   "content": {
    "type": "array",
    "items": {
     "name": "Content"
    }
   },
   "error": {
    "name": "RpcStatus"
   }
  }
 },
 "NoulCriteria": {
  "type": "object",
  "properties": {
   "true_description": {
    "type": "string"
   },
   "false_description": {
    "type": "string"
   }
  }
 },
 "NoulQuestion": {
  "type": "object",
  "required": [
   "type",
   "instructions"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "noul"
   },
   "instructions": {
    "name": "DecisionInstructions"
   },
   "criteria": {
    "name": "NoulCriteria"
   }
  }
 },
 "OAuth2Config": {
  "type": "object",
  "required": [
   "id",
   "type",
   "client_id",
   "client_secret",
   "refresh_token",
   "token_url"
  ],
  "properties": {
   "id": {
    "type": "string"
   },
   "type": {
    "type": "string",
    "const": "oauth2"
   },
   "client_id": {
    "type": "string"
   },
   "client_secret": {
    "type": "string"
   },
   "refresh_token": {
    "type": "string"
   },
   "token_url": {
    "type": "string"
   },
   "scopes": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "OAuth2UpdateConfig": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "oauth2"
   },
   "client_id": {
    "type": "string"
   },
   "client_secret": {
    "type": "string"
   },
   "refresh_token": {
    "type": "string"
   },
   "token_url": {
    "type": "string"
   },
   "scopes": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "ParallelAISearchConfig": {
  "type": "object",
  "properties": {
   "api_key": {
    "type": "string"
   },
   "custom_config": {
    "type": "object",
    "additionalProperties": true
   }
  }
 },
 "PlaceCitation": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "place_citation"
   },
   "name": {
    "type": "string"
   },
   "place_id": {
    "type": "string"
   },
   "url": {
    "type": "string"
   },
   "review_snippets": {
    "type": "array",
    "items": {
     "name": "ReviewSnippet"
    }
   },
   "start_index": {
    "type": "integer"
   },
   "end_index": {
    "type": "integer"
   }
  }
 },
 "ProcessingCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "processing_call"
   },
   "id": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "ProcessingResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "processing_result"
   },
   "call_id": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "PromptedVoice": {
  "type": "object",
  "required": [
   "input"
  ],
  "properties": {
   "input": {
    "type": "string"
   },
   "base_voice": {
    "type": "string"
   }
  }
 },
 "RagResource": {
  "type": "object",
  "properties": {
   "rag_corpus": {
    "type": "string"
   },
   "rag_file_ids": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "RagRetrievalConfig": {
  "type": "object",
  "properties": {
   "top_k": {
    "type": "integer"
   },
   "filter": {
    "name": "Filter"
   },
   "hybrid_search": {
    "name": "HybridSearch"
   },
   "ranking": {
    "name": "Ranking"
   }
  }
 },
 "RagStoreConfig": {
  "type": "object",
  "properties": {
   "rag_resources": {
    "type": "array",
    "items": {
     "name": "RagResource"
    }
   },
   "rag_retrieval_config": {
    "name": "RagRetrievalConfig"
   },
   "similarity_top_k": {
    "type": "integer"
   },
   "vector_distance_threshold": {
    "type": "number"
   }
  }
 },
 "RankService": {
  "type": "object",
  "properties": {
   "model_name": {
    "type": "string"
   }
  }
 },
 "Ranking": {
  "type": "object",
  "required": [
   "ranking_config"
  ],
  "properties": {
   "ranking_config": {
    "type": "string",
    "const": "rank_service"
   },
   "rank_service": {
    "name": "RankService"
   },
   "model_name": {
    "type": "string"
   }
  }
 },
 "ReplicatedVoice": {
  "type": "object",
  "required": [
   "source_audio",
   "consent_audio"
  ],
  "properties": {
   "source_audio": {
    "name": "AudioData"
   },
   "consent_audio": {
    "name": "AudioData"
   }
  }
 },
 "ResponseFormat": {
  "anyOf": [
   {
    "name": "TextResponseFormat"
   },
   {
    "name": "ImageResponseFormat"
   },
   {
    "name": "AudioResponseFormat"
   },
   {
    "name": "VideoResponseFormat"
   },
   {
    "type": "object",
    "additionalProperties": true
   }
  ]
 },
 "Retrieval": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "retrieval"
   },
   "retrieval_types": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "vertex_ai_search_config": {
    "name": "VertexAISearchConfig"
   },
   "rag_store_config": {
    "name": "RagStoreConfig"
   },
   "exa_ai_search_config": {
    "name": "ExaAISearchConfig"
   },
   "parallel_ai_search_config": {
    "name": "ParallelAISearchConfig"
   }
  }
 },
 "RetrievalCallArguments": {
  "type": "object",
  "properties": {
   "queries": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "RetrievalCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "retrieval_call"
   },
   "id": {
    "type": "string"
   },
   "arguments": {
    "name": "RetrievalCallArguments"
   },
   "retrieval_type": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "RetrievalResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "retrieval_result"
   },
   "call_id": {
    "type": "string"
   },
   "is_error": {
    "type": "boolean"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "ReviewSnippet": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "url": {
    "type": "string"
   },
   "review_id": {
    "type": "string"
   }
  }
 },
 "RotateSigningSecretRequest": {
  "type": "object",
  "properties": {
   "revocation_behavior": {
    "type": "string"
   }
  }
 },
 "RpcStatus": {
  "type": "object",
  "properties": {
   "code": {
    "type": "integer"
   },
   "message": {
    "type": "string"
   },
   "details": {
    "type": "array",
    "items": {
     "type": "object",
     "additionalProperties": true
    }
   }
  }
 },
 "SafetySetting": {
  "type": "object",
  "required": [
   "type",
   "threshold"
  ],
  "properties": {
   "type": {
    "type": "string"
   },
   "threshold": {
    "type": "string"
   },
   "method": {
    "type": "string"
   }
  }
 },
 "ScoreQuestion": {
  "type": "object",
  "required": [
   "type",
   "instructions",
   "criteria"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "score"
   },
   "instructions": {
    "name": "DecisionInstructions"
   },
   "criteria": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "SessionConfig": {
  "type": "object",
  "properties": {
   "max_rounds": {
    "type": "integer"
   }
  }
 },
 "SmartTranscriptionMode": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "smart"
   },
   "source_text": {
    "type": "string"
   }
  }
 },
 "SpeakerConfig": {
  "type": "object",
  "properties": {
   "speakers": {
    "type": "array",
    "items": {
     "name": "SpeechConfig"
    }
   }
  }
 },
 "SpeechAnnotation": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "speech_metadata"
   },
   "speaker": {
    "type": "string"
   },
   "style": {
    "type": "string"
   },
   "start_index": {
    "type": "integer"
   },
   "end_index": {
    "type": "integer"
   }
  }
 },
 "SpeechConfig": {
  "type": "object",
  "properties": {
   "voice": {
    "type": "string"
   },
   "language": {
    "type": "string"
   },
   "speaker": {
    "type": "string"
   }
  }
 },
 "StaticMediaProcessing": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "static"
   },
   "fps": {
    "type": "number"
   },
   "start_offset": {
    "type": "string"
   },
   "end_offset": {
    "type": "string"
   }
  }
 },
 "Step": {
  "anyOf": [
   {
    "name": "UserInputStep"
   },
   {
    "name": "ModelOutputStep"
   },
   {
    "name": "ThoughtStep"
   },
   {
    "name": "FunctionCallStep"
   },
   {
    "name": "FunctionResultStep"
   },
   {
    "name": "CodeExecutionCallStep"
   },
   {
    "name": "CodeExecutionResultStep"
   },
   {
    "name": "URLContextCallStep"
   },
   {
    "name": "URLContextResultStep"
   },
   {
    "name": "GoogleSearchCallStep"
   },
   {
    "name": "GoogleSearchResultStep"
   },
   {
    "name": "GoogleMapsCallStep"
   },
   {
    "name": "GoogleMapsResultStep"
   },
   {
    "name": "FileSearchCallStep"
   },
   {
    "name": "FileSearchResultStep"
   },
   {
    "name": "MCPServerToolCallStep"
   },
   {
    "name": "MCPServerToolResultStep"
   },
   {
    "name": "RetrievalCallStep"
   },
   {
    "name": "RetrievalResultStep"
   },
   {
    "name": "ProcessingCallStep"
   },
   {
    "name": "ProcessingResultStep"
   }
  ]
 },
 "TextContent": {
  "type": "object",
  "required": [
   "type",
   "text"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "text"
   },
   "text": {
    "type": "string"
   },
   "annotations": {
    "type": "array",
    "items": {
     "name": "Annotation"
    }
   }
  }
 },
 "TextResponseFormat": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "text"
   },
   "mime_type": {
    "type": "string"
   },
   "schema": {
    "type": "object",
    "additionalProperties": true
   }
  }
 },
 "ThoughtStep": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "thought"
   },
   "summary": {
    "type": "array",
    "items": {
     "name": "ThoughtSummaryContent"
    }
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "ThoughtSummaryContent": {
  "anyOf": [
   {
    "name": "TextContent"
   },
   {
    "name": "ImageContent"
   }
  ]
 },
 "Tool": {
  "anyOf": [
   {
    "name": "FunctionTool"
   },
   {
    "name": "GoogleSearch"
   },
   {
    "name": "CodeExecution"
   },
   {
    "name": "URLContext"
   },
   {
    "name": "FileSearch"
   },
   {
    "name": "MCPServer"
   },
   {
    "name": "GoogleMaps"
   },
   {
    "name": "ComputerUse"
   },
   {
    "name": "Retrieval"
   },
   {
    "name": "Filesystem"
   },
   {
    "name": "Bash"
   }
  ]
 },
 "ToolChoiceConfig": {
  "type": "object",
  "properties": {
   "allowed_tools": {
    "name": "AllowedTools"
   }
  }
 },
 "ToolResult": {
  "anyOf": [
   {
    "type": "string"
   },
   {
    "type": "object",
    "additionalProperties": true
   },
   {
    "type": "array",
    "items": {
     "name": "FunctionResultSubcontent"
    }
   }
  ]
 },
 "TranscriptionConfig": {
  "type": "object",
  "properties": {
   "mode": {
    "anyOf": [
     {
      "name": "TranscriptionMode"
     },
     {
      "type": "string"
     }
    ]
   },
   "language_codes": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "custom_vocabulary": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "diarization_mode": {
    "type": "string"
   },
   "timestamp_granularities": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "language_hints": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "adaptation_phrases": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "TranscriptionMode": {
  "anyOf": [
   {
    "name": "VerbatimTranscriptionMode"
   },
   {
    "name": "SmartTranscriptionMode"
   }
  ]
 },
 "TriggerCreateParams": {
  "type": "object",
  "required": [
   "interaction",
   "schedule",
   "time_zone"
  ],
  "properties": {
   "display_name": {
    "type": "string"
   },
   "schedule": {
    "type": "string"
   },
   "time_zone": {
    "type": "string"
   },
   "interaction": {
    "name": "CreateAgentInteraction"
   },
   "environment_id": {
    "type": "string"
   },
   "execution_timeout_seconds": {
    "type": "integer"
   },
   "max_consecutive_failures": {
    "type": "integer"
   }
  }
 },
 "TriggerUpdate": {
  "type": "object",
  "properties": {
   "display_name": {
    "type": "string"
   },
   "status": {
    "type": "string"
   }
  }
 },
 "URLCitation": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "url_citation"
   },
   "url": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "start_index": {
    "type": "integer"
   },
   "end_index": {
    "type": "integer"
   }
  }
 },
 "URLContext": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "url_context"
   }
  }
 },
 "URLContextCallArguments": {
  "type": "object",
  "properties": {
   "urls": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "URLContextCallStep": {
  "type": "object",
  "required": [
   "type",
   "id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "url_context_call"
   },
   "id": {
    "type": "string"
   },
   "arguments": {
    "name": "URLContextCallArguments"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "URLContextResult": {
  "type": "object",
  "properties": {
   "url": {
    "type": "string"
   },
   "status": {
    "type": "string"
   }
  }
 },
 "URLContextResultStep": {
  "type": "object",
  "required": [
   "type",
   "call_id"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "url_context_result"
   },
   "call_id": {
    "type": "string"
   },
   "result": {
    "type": "array",
    "items": {
     "name": "URLContextResult"
    }
   },
   "is_error": {
    "type": "boolean"
   },
   "signature": {
    "type": "string"
   }
  }
 },
 "UserInputStep": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "user_input"
   },
   "content": {
    "type": "array",
    "items": {
     "name": "Content"
    }
   }
  }
 },
 "VerbatimTranscriptionMode": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "verbatim"
   },
   "diarization_mode": {
    "type": "string"
   },
   "timestamp_granularities": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "VertexAISearchConfig": {
  "type": "object",
  "properties": {
   "engine": {
    "type": "string"
   },
   "datastores": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "VideoConfig": {
  "type": "object",
  "properties": {
   "task": {
    "type": "string"
   }
  }
 },
 "VideoContent": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "video"
   },
   "data": {
    "type": "string"
   },
   "uri": {
    "type": "string"
   },
   "mime_type": {
    "type": "string"
   },
   "resolution": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "processing": {
    "anyOf": [
     {
      "name": "StaticMediaProcessing"
     },
     {
      "type": "string"
     }
    ]
   }
  }
 },
 "VideoResponseFormat": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "video"
   },
   "aspect_ratio": {
    "type": "string"
   },
   "resolution": {
    "type": "string"
   },
   "duration": {
    "type": "string"
   },
   "delivery": {
    "type": "string"
   },
   "gcs_uri": {
    "type": "string"
   }
  }
 },
 "VoiceInput": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string"
   },
   "display_name": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "gender": {
    "type": "string"
   },
   "pitch": {
    "type": "string"
   },
   "language_code": {
    "type": "string"
   },
   "region_code": {
    "type": "string"
   },
   "accent": {
    "type": "string"
   },
   "persona": {
    "type": "string"
   },
   "context": {
    "type": "string"
   },
   "model": {
    "type": "string"
   },
   "prompted": {
    "name": "PromptedVoice"
   },
   "sample_audio": {
    "name": "AudioData"
   },
   "replicated": {
    "name": "ReplicatedVoice"
   }
  }
 },
 "WebhookConfig": {
  "type": "object",
  "properties": {
   "uris": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "user_metadata": {
    "type": "object",
    "additionalProperties": true
   }
  }
 },
 "WebhookInput": {
  "type": "object",
  "required": [
   "subscribed_events",
   "uri"
  ],
  "properties": {
   "name": {
    "type": "string"
   },
   "uri": {
    "type": "string"
   },
   "subscribed_events": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "WebhookUpdate": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "uri": {
    "type": "string"
   },
   "subscribed_events": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "state": {
    "type": "string"
   }
  }
 },
 "WordInfo": {
  "type": "object",
  "required": [
   "type"
  ],
  "properties": {
   "type": {
    "type": "string",
    "const": "word_info"
   },
   "text": {
    "type": "string"
   },
   "start_offset": {
    "type": "string"
   },
   "end_offset": {
    "type": "string"
   },
   "speaker": {
    "type": "string"
   },
   "start_index": {
    "type": "integer"
   },
   "end_index": {
    "type": "integer"
   }
  }
 }
};
