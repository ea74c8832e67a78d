export {readYaml} from "#loaders/yaml/readYaml.js";
